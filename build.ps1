#requires -Version 5.1

<#
.SYNOPSIS
    Builds, tests and packages the module with nothing but the .NET SDK.
.DESCRIPTION
    Each task is one or two commands of the dotnet CLI, which does the work: what is in the module's folder and in the package is told by
    src/CisPosture/ModuleFolder.targets and src/CisPosture/Package.targets. Runs in Windows PowerShell 5.1, in PowerShell 7 and, where
    neither is installed, in this project's own console:

        dotnet run --project src/CisPosture.Console -- -File build.ps1 -Task Package
.PARAMETER Task
    Build fills bin, from which CisPosture.psd1 imports. Test runs the tests, and those in tests/pester where Pester is installed.
    Package makes CisPosture/<version>, which is what a gallery installs, and CisPosture.<version>.nupkg. Clean removes what the others
    made here. Demo scans an account that is played on this machine.
.PARAMETER Configuration
    Release for what is given away, Debug for work on it.
.PARAMETER OutputPath
    Where Package writes to; the folder out beside this script if nothing is said.
.PARAMETER NoBuild
    Tests or packages what the last build of this configuration made.
.EXAMPLE
    ./build.ps1 -Task Package
    Register-PSResourceRepository -Name Local -Uri ./out -Trusted
    Install-PSResource -Name CisPosture -Repository Local
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package', 'Clean', 'Demo')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string] $OutputPath,

    [switch] $NoBuild
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# Of all commands only those of the engine itself are used, so that the script runs in the console too.
$root = $PSScriptRoot
$solution = [IO.Path]::Combine($root, 'CisPosture.sln')
$module = [IO.Path]::Combine($root, 'src', 'CisPosture', 'CisPosture.csproj')
$console = [IO.Path]::Combine($root, 'src', 'CisPosture.Console', 'CisPosture.Console.csproj')
$sizeLimit = 45000000
$asBuilt = @()
if ($NoBuild) { $asBuilt = @('--no-build') }

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "'dotnet $($args -join ' ')' ended with exit code $LASTEXITCODE; its messages are above."
    }
}

function Get-ModuleVersion {
    $data = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::Combine($root, 'CisPosture.psd1'), [ref] $null, [ref] $null)
    $manifest = $data.Find({ $args[0] -is [Management.Automation.Language.HashtableAst] }, $false).SafeGetValue()
    $manifest.ModuleVersion
}

function Get-OutputFolder {
    if ($OutputPath) {
        $PSCmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    } else {
        [IO.Path]::Combine($root, 'out')
    }
}

function Write-Package {
    $output = Get-OutputFolder
    $version = Get-ModuleVersion
    $installed = [IO.Path]::Combine($output, 'CisPosture', $version)

    # The pack target publishes what it packs, so the two are the same.
    Invoke-Dotnet pack $module --configuration $Configuration --nologo --verbosity quiet @asBuilt "-p:PackageFolder=$output/"

    $files = [IO.DirectoryInfo]::new($installed).GetFiles('*', 'AllDirectories')
    $size = 0
    foreach ($file in $files) { $size += $file.Length }
    $package = [IO.FileInfo]::new([IO.Path]::Combine($output, "CisPosture.$version.nupkg"))
    '{0}: {1} files, {2:N1} MB' -f $installed, $files.Count, ($size / 1000000)
    '{0}: {1:N1} MB' -f $package.FullName, ($package.Length / 1000000)
    if ($size -gt $sizeLimit) {
        throw "The module takes $size bytes; a module of at most $sizeLimit bytes is promised. See which library grew."
    }
}

function Invoke-Test {
    Invoke-Dotnet test $solution --configuration $Configuration --nologo @asBuilt

    if (-not (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 })) {
        'tests/pester: not run from here, because this PowerShell has no Pester 5 or later (Install-PSResource Pester, or Install-Module Pester).'
        return
    }

    # In a process of its own, because an assembly that a session has loaded stays in it.
    $shell = $null
    foreach ($name in 'pwsh', 'pwsh.exe', 'powershell.exe') {
        $program = [IO.Path]::Combine($PSHOME, $name)
        if (-not $shell -and [IO.File]::Exists($program)) { $shell = $program }
    }
    if (-not $shell) {
        "tests/pester: not run from here, because there is no pwsh in '$PSHOME'."
        return
    }

    $path = [IO.Path]::Combine($root, 'tests', 'pester') -replace "'", "''"
    & $shell -NoProfile -NonInteractive -Command "Import-Module Pester -MinimumVersion 5.0; Invoke-Pester -Configuration @{ Run = @{ Path = '$path'; Exit = `$true }; Output = @{ Verbosity = 'Detailed' } }"
    if ($LASTEXITCODE -ne 0) { throw "$LASTEXITCODE of the tests in tests/pester failed; see above." }
}

switch ($Task) {
    'Build' {
        Invoke-Dotnet build $solution --configuration $Configuration --nologo
    }
    'Test' {
        Invoke-Test
    }
    'Package' {
        Write-Package
    }
    'Clean' {
        Invoke-Dotnet clean $solution --configuration $Configuration --nologo --verbosity quiet
        # Only what is ours alone: what lies in a folder that was named to Package is the user's.
        $output = [IO.Path]::Combine($root, 'out')
        if ([IO.Directory]::Exists($output)) { [IO.Directory]::Delete($output, $true) }
    }
    'Demo' {
        Invoke-Dotnet run --project $console --configuration $Configuration '--' demo
    }
}
