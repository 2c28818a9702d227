# Starts and stops the sandbox for the tests beside it, as a process of its own on a port that the system chooses.

$root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..'))

# The module as the build left it. Another one, such as that of a package, is named by CISPOSTURE_MODULE.
$manifest = if ($env:CISPOSTURE_MODULE) { $env:CISPOSTURE_MODULE } else { [IO.Path]::Combine($root, 'CisPosture.psd1') }

function Find-Sandbox {
    if ($env:CISPOSTURE_SANDBOX) { return $env:CISPOSTURE_SANDBOX }
    $built = Get-ChildItem -Path ([IO.Path]::Combine($root, 'src', 'CisPosture.Sandbox', 'bin', '*', '*', 'CisPosture.Sandbox.dll')) -ErrorAction Ignore |
        Sort-Object -Property LastWriteTime -Descending | Select-Object -First 1
    if (-not $built) { throw "The sandbox is not built; run 'dotnet build' in '$root'." }
    $built.FullName
}

function Start-Sandbox {
    param([string] $Account = 'neglected', [int] $Members = 0)

    $program = 'dotnet'
    if ($env:DOTNET_HOST_PATH) { $program = $env:DOTNET_HOST_PATH }
    $start = New-Object -TypeName Diagnostics.ProcessStartInfo -ArgumentList $program
    $start.Arguments = '"{0}" --port 0 --account {1} --members {2}' -f (Find-Sandbox), $Account, $Members
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch ' on (?<endpoint>http://127\.0\.0\.1:\d+)') {
        Stop-Process -InputObject $process -Force -ErrorAction Ignore
        throw "The sandbox did not start: $line"
    }

    [pscustomobject] @{
        Process  = $process
        Endpoint = $Matches.endpoint
        Keys     = @{ EndpointUrl = $Matches.endpoint; AccessKey = 'test'; SecretKey = 'test' }
    }
}

function Stop-Sandbox {
    param($Sandbox)

    if (-not $Sandbox) { return }
    if (-not $Sandbox.Process.HasExited) { $Sandbox.Process.Kill() }
    $Sandbox.Process.WaitForExit()
    $Sandbox.Process.Dispose()
}

# How many requests the sandbox has carried out that change the account.
function Measure-Write {
    param($Sandbox)

    (Invoke-RestMethod -Uri "$($Sandbox.Endpoint)/_sandbox/requests").writes
}
