#requires -Version 7.0
# Tries the examples of the help pages one after another. Each is run as if typed by a user who has a home and an account of his own, and what came of it is
# written beside that home. Of all commands only those of the engine itself and of the module are used, so that it runs in a bare engine too.
param([string] $Manifest, [string] $Seed, [string] $SeedEndpoint, [string] $Modules)

$ErrorActionPreference = 'Stop'
$ConfirmPreference = 'None'
$ProgressPreference = 'SilentlyContinue'
$canFormat = [bool] (Get-Command Out-String -ErrorAction Ignore)
# AWS Tools, or what stands in for them, are where PowerShell finds them by itself.
$env:PSModulePath = $Modules + [IO.Path]::PathSeparator + $env:PSModulePath
Import-Module $Manifest

function Copy-Folder([string] $From, [string] $To) {
    foreach ($file in [IO.Directory]::GetFiles($From, '*', 'AllDirectories')) {
        $copy = [IO.Path]::Combine($To, [IO.Path]::GetRelativePath($From, $file))
        $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($copy))
        [IO.File]::Copy($file, $copy)
    }
}

function Enter-Home([string] $Path, [string] $Endpoint) {
    $env:HOME = $env:USERPROFILE = $Path
    $env:XDG_DATA_HOME = [IO.Path]::Combine($Path, 'data')
    $env:AWS_CONFIG_FILE = [IO.Path]::Combine($Path, '.aws', 'config')
    $env:AWS_SHARED_CREDENTIALS_FILE = [IO.Path]::Combine($Path, '.aws', 'credentials')
    $env:AWS_REGION = 'us-east-1'
    $env:AWS_ENDPOINT_URL = $Endpoint
    $ExecutionContext.SessionState.Path.SetLocation([IO.Path]::Combine($Path, 'work')) | Out-Null
}

# What a user has who has worked with the module for a while: a snapshot, an earlier report, and a store of two scans between which something was mended and
# something became worse. The home that is copied has no journal.
function Initialize-Seed {
    Enter-Home $Seed $SeedEndpoint
    $journal = @{ JournalPath = "$Seed.journal" }
    Export-CisSnapshot ./account.json.gz | Out-Null
    $mended = @(Test-CisControl -Id '2.8' | Where-Object Status -eq Failed | Repair-CisKeyRotation @journal)
    $earlier = @(Test-CisControl)
    $earlier | Save-CisFinding | Out-Null
    $earlier | Export-CisReport ./old.json | Out-Null
    Undo-CisRepair -Id $mended[0].Repair.JournalId @journal | Out-Null
    Test-CisControl -Id '1.9' | Repair-CisPasswordPolicy @journal | Out-Null
    Test-CisControl | Save-CisFinding | Out-Null
    [IO.File]::Copy([IO.Path]::Combine($env:XDG_DATA_HOME, 'CisPosture', 'findings.db'), [IO.Path]::Combine($Seed, 'work', 'findings.db'))
}

function Invoke-Example([string] $HomePath, [string] $Endpoint, [bool] $IsRepaired, [string] $Code) {
    $errors = [Collections.Generic.List[string]]::new()
    $output = [Collections.Generic.List[object]]::new()
    try {
        Copy-Folder $Seed $HomePath
        Enter-Home $HomePath $Endpoint
        if ($IsRepaired) {
            Test-CisControl -Id '1.5', '4.1' | Where-Object Status -eq Failed | Repair-CisFinding -WideRule Revoke | Out-Null
        }

        $ErrorActionPreference = 'Continue'
        & ([scriptblock]::Create($Code)) 2>&1 | ForEach-Object {
            if ($_ -is [Management.Automation.ErrorRecord]) { $errors.Add("$($_.FullyQualifiedErrorId): $_") } else { $output.Add($_) }
        }
    } catch {
        $errors.Add("$($_.FullyQualifiedErrorId): $_")
    }

    $shown = if ($canFormat) { $output | Out-String -Width 120 } else { '' }
    $lines = foreach ($text in $errors) { $text -replace '\s*\n\s*', ' ' }
    [IO.File]::WriteAllText("$HomePath.errors", ($lines -join "`n"))
    [IO.File]::WriteAllText("$HomePath.output", $shown)
}

Initialize-Seed
