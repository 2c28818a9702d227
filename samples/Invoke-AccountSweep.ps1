#requires -Version 5.1

<#
.SYNOPSIS
    Scans many accounts, by their profiles or by a role in each account of the organization, into one report and one CSV file.
.DESCRIPTION
    Emits a row an account: what it came to, and the problem where it could not be judged. Writes sweep.html, which shows all accounts in one
    page, and sweep.csv with a row a finding; earlier ones are replaced once the new ones are whole.

    An account that cannot be entered, or a profile that does not work, is a row with its problem; the others are scanned all the same.

    Exit codes:

      0  every account was judged, and nothing at or above -FailOn failed
      1  something at or above -FailOn failed
      2  some account, or part of one, could not be judged; counts before 1
      3  no account could be judged at all; earlier files are left as they are
.PARAMETER ProfileName
    The profiles, one an account; also as one text with commas. A profile may assume a role in its account.
.PARAMETER Organization
    Every active account of the organization that the caller's account manages or administers.
.PARAMETER RoleName
    The role in each account of the organization, after its path where it has one; OrganizationAccountAccessRole without it.
.PARAMETER ExternalId
    The external id that the role asks for.
.PARAMETER Region
    The Regions to scan, also as one text with commas; all enabled ones without it.
.PARAMETER FailOn
    The severity from which a finding that failed makes the exit code 1.
.PARAMETER SuppressionPath
    A file of rules that accept findings for a time; what is accepted does not count.
.PARAMETER ThrottleLimit
    How many accounts of the organization are scanned at once.
.PARAMETER Folder
    Where the files go. Made where there is none. Findings tell where accounts are weak: let only those read it who may know.
.EXAMPLE
    ./Invoke-AccountSweep.ps1 -ProfileName production, staging, sandbox -Folder ./sweep
.EXAMPLE
    ./Invoke-AccountSweep.ps1 -Organization -RoleName security/Audit -Folder ./sweep | Sort-Object -Property Failed -Descending
#>
[CmdletBinding(DefaultParameterSetName = 'Profile')]
param(
    [Parameter(Mandatory = $true, ParameterSetName = 'Profile')]
    [ValidateNotNullOrEmpty()]
    [string[]] $ProfileName,

    [Parameter(Mandatory = $true, ParameterSetName = 'Organization')]
    [switch] $Organization,

    [Parameter(ParameterSetName = 'Organization')]
    [ValidateNotNullOrEmpty()]
    [string] $RoleName,

    [Parameter(ParameterSetName = 'Organization')]
    [ValidateNotNullOrEmpty()]
    [string] $ExternalId,

    [Parameter(ParameterSetName = 'Organization')]
    [ValidateRange(1, 64)]
    [int] $ThrottleLimit = 5,

    [ValidateNotNullOrEmpty()]
    [string[]] $Region,

    [ValidateSet('Low', 'Medium', 'High', 'Critical')]
    [string] $FailOn = 'High',

    [ValidateScript({ if (Test-Path -LiteralPath $_ -PathType Leaf) { $true } else { throw "There is no file '$_'." } })]
    [string] $SuppressionPath,

    [Parameter(Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$allGood, $failures, $blanks, $nothingJudged = 0, 1, 2, 3
$harmless = 'NOT_APPLICABLE', 'CONTROL_NOT_SUPPORTED_IN_REGION'

$common = @{}
if ($Region) { $common.Region = @($Region -split '\s*,\s*') }
if ($SuppressionPath) { $common.SuppressionPath = $SuppressionPath }

function New-Row {
    param([string] $AccountId, [string] $Name, [object[]] $Finding = @(), [string] $Problem)

    $row = [pscustomobject] @{ AccountId = $AccountId; Profile = $Name; Score = $null; Failed = $null; Critical = $null; High = $null; NotJudged = $null; Problem = $Problem }
    # What nobody could look at has no numbers, which would read as if all were well.
    if (-not $Finding) { return $row }

    $counting = @($Finding | Where-Object { -not $_.Suppression })
    $failed = @($counting | Where-Object { $_.Status -eq 'Failed' })
    $row.Score = (Measure-CisFinding -InputObject $Finding).Score
    $row.Failed = $failed.Count
    $row.Critical = @($failed | Where-Object { $_.Severity -eq 'Critical' }).Count
    $row.High = @($failed | Where-Object { $_.Severity -eq 'High' }).Count
    $row.NotJudged = @($counting | Where-Object { $_.Status -eq 'NotAvailable' -and $harmless -notcontains $_.ReasonCode }).Count
    $row
}

# One account after another, because each profile is credentials of its own. Two profiles of one account are one account.
function Get-OfProfile {
    $seen = @{}
    foreach ($name in ($ProfileName -split '\s*,\s*')) {
        try {
            $findings = @(Test-CisControl @common -ProfileName $name -ErrorAction SilentlyContinue -ErrorVariable problems)
        } catch {
            New-Part -Row (New-Row -Name $name -Problem "$_")
            continue
        }

        $accountId = $findings[0].AccountId
        if ($seen.ContainsKey($accountId)) {
            Write-Warning -Message "Profiles $($seen[$accountId]) and $name lead to the same account, $accountId; it is counted once."
            continue
        }
        $seen[$accountId] = $name
        New-Part -Finding $findings -Row (New-Row -AccountId $accountId -Name $name -Finding $findings -Problem ($problems -join ' '))
    }
}

function Get-OfOrganization {
    $entry = @{ Organization = $true; ThrottleLimit = $ThrottleLimit }
    if ($RoleName) { $entry.RoleName = $RoleName }
    if ($ExternalId) { $entry.ExternalId = $ExternalId }
    $findings = @(Test-CisControl @common @entry -ErrorAction SilentlyContinue -ErrorVariable problems)
    foreach ($account in @($findings | Group-Object -Property AccountId)) {
        $ofAccount = @($problems | Where-Object { "$_" -match $account.Name }) -join ' '
        New-Part -Finding $account.Group -Row (New-Row -AccountId $account.Name -Finding $account.Group -Problem $ofAccount)
    }
    if (-not $findings) { throw ($problems -join ' ') }
}

function New-Part {
    param([object[]] $Finding = @(), $Row)

    [pscustomobject] @{ Findings = $Finding; Row = $Row }
}

try {
    if (-not (Get-Module -Name CisPosture)) { Import-Module -Name CisPosture }
    $parts = @(if ($Organization) { Get-OfOrganization } else { Get-OfProfile })
    $parts | ForEach-Object { $_.Row }
    $findings = @($parts | ForEach-Object { $_.Findings })
    if (-not $findings) { throw 'No account could be judged.' }

    $null = New-Item -Path $Folder -ItemType Directory -Force
    $findings | Export-CisReport -Path (Join-Path -Path $Folder -ChildPath 'sweep.html') -Title 'CIS AWS Foundations Benchmark, all accounts'
    $findings | Export-CisReport -Path (Join-Path -Path $Folder -ChildPath 'sweep.csv')
} catch {
    [Console]::Error.WriteLine("The sweep ended: $_")
    exit $nothingJudged
}

if (@($parts | Where-Object { $_.Row.NotJudged -gt 0 -or -not $_.Findings })) { exit $blanks }
if (@($findings | Where-Object { $_.Status -eq 'Failed' -and -not $_.Suppression -and $_.Severity -ge $FailOn })) { exit $failures }
exit $allGood
