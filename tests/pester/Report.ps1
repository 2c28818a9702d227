<#
.SYNOPSIS
    Runs the tests beside it with one release of Pester and writes what came of them as JSON, for 'dotnet test'.
.PARAMETER Pester
    The manifest of the release.
.PARAMETER ResultPath
    The file to write.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string] $Pester,

    [Parameter(Mandatory = $true)]
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module -Name $Pester
$result = Invoke-Pester -Configuration @{ Run = @{ Path = $PSScriptRoot; PassThru = $true }; Output = @{ Verbosity = 'None' } }

# A block or a file fails where what stands before its tests does, and its tests then say nothing.
$failures = @(
    foreach ($container in $result.FailedContainers) { "$($container.Item): $($container.ErrorRecord -join '; ')" }
    foreach ($block in $result.FailedBlocks) { "$($block.ExpandedPath): $($block.ErrorRecord -join '; ')" }
    foreach ($test in $result.Failed) {
        '{0} ({1}:{2}): {3}' -f $test.ExpandedPath, $test.ScriptBlock.File, $test.StartLine, ($test.ErrorRecord -join '; ')
    }
)

[pscustomobject] @{
    Pester   = "$((Get-Module -Name Pester).Version)"
    Skipped  = @($result.Skipped | ForEach-Object { $_.ExpandedPath })
    Files    = @($result.Passed | ForEach-Object { [IO.Path]::GetFileName($_.ScriptBlock.File) } | Sort-Object -Unique)
    Failures = $failures
} | ConvertTo-Json -Depth 3 | Set-Content -Path $ResultPath -Encoding UTF8
