#requires -Version 5.1

<#
.SYNOPSIS
    Mends failed findings in two steps with somebody's approval between them, and tells how to take it back.
.DESCRIPTION
    The first run, with -PlanPath, scans the account, plans with -WhatIf what would mend what failed, and writes the plan as a CSV file, a row a
    finding, with every step before and after. Nothing is changed.

    Somebody who may decide writes 'yes' into Approve and a name into ApprovedBy, row by row, and saves the file as CSV.

    The second run, with -ApprovalPath, scans again, plans what is approved again, and mends just that whose plan is still the one that was
    approved. What came in between (somebody else has changed the resource, a step that it stood on was not approved) is left alone and
    reported. The report goes beside the approval file, with the commands that take everything back.

    Rows of one Plan are mended together, such as the settings of a password policy: approve all of them, or none.

    Exit codes:

      0  the plan is written, or all that is approved is mended
      1  some of what is approved was not mended; the report says why
      2  it could not be carried through: the account could not be scanned, or the approval file is not understood. Should anything have been
         changed before, Get-CisRepair tells it.
.PARAMETER PlanPath
    The CSV file to write the plan to. One that exists is not replaced: somebody may have approved it.
.PARAMETER ApprovalPath
    The CSV file of a plan, with approvals.
.PARAMETER ControlId
    Plan only for these controls, or patterns of them such as 3.*.
.PARAMETER ProfileName
    The profile to scan and to mend with. Without it, credentials are looked for as AWS Tools for PowerShell does. Keys are no arguments of this
    script, because arguments are there for everybody to read.
.PARAMETER RepairParameter
    What the repairs are to be told, as for Repair-CisFinding, such as @{ SubscriberEndpoint = 'ops@example.com'; WideRule = 'Split' }. Give the
    same for plan and approval, because another one makes another plan.
.PARAMETER JournalPath
    The folder of the repair journals; the usual one without it.
.EXAMPLE
    ./Invoke-Remediation.ps1 -PlanPath ./plan.csv -ControlId 1.*, 2.8 -ProfileName repair
    ./Invoke-Remediation.ps1 -ApprovalPath ./plan.csv -ProfileName repair
.NOTES
    Whoever can write the approval file can approve. Keep it where only those can who may, such as a share or a repository with reviews.
    An approval holds as long as its plan stays the same: put the file away once it is carried out.

    A spreadsheet may turn control numbers and account ids into other numbers; neither is read back, only Approve, ApprovedBy, FindingId and Plan.
#>
[CmdletBinding(DefaultParameterSetName = 'Plan')]
param(
    [Parameter(Mandatory = $true, ParameterSetName = 'Plan')]
    [ValidateNotNullOrEmpty()]
    [string] $PlanPath,

    [Parameter(Mandatory = $true, ParameterSetName = 'Approval')]
    [ValidateScript({ if (Test-Path -LiteralPath $_ -PathType Leaf) { $true } else { throw "There is no file '$_'." } })]
    [string] $ApprovalPath,

    [Parameter(ParameterSetName = 'Plan')]
    [ValidateNotNullOrEmpty()]
    [string[]] $ControlId,

    [ValidateNotNullOrEmpty()]
    [string] $ProfileName,

    [ValidateNotNull()]
    [hashtable] $RepairParameter = @{},

    [ValidateNotNullOrEmpty()]
    [string] $JournalPath
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$done, $incomplete, $stopped = 0, 1, 2

$account = @{}
if ($ProfileName) { $account.ProfileName = $ProfileName }
$repair = $account + $RepairParameter
if ($JournalPath) { $repair.JournalPath = $JournalPath }

function Get-Failed {
    param([string[]] $Id)

    $scan = $account.Clone()
    if ($Id) { $scan.Id = @($Id -split '\s*,\s*') }
    # What could not be read is told of, and is no finding that a repair takes.
    $findings = @(Test-CisControl @scan -ErrorAction Continue)
    $findings | Where-Object { $_.Status -eq 'Failed' -and -not $_.Suppression }
}

# The same plan gives the same name, whoever makes it and when. The letters keep a spreadsheet from taking it for a number.
function Get-PlanName {
    param($Finding)

    $steps = foreach ($step in $Finding.Repair.Steps) { $step.Operation, $step.Region, $step.ResourceId, $step.Before, $step.After -join "`n" }
    $hash = [Security.Cryptography.SHA256]::Create()
    try {
        $digest = $hash.ComputeHash([Text.Encoding]::UTF8.GetBytes(($steps -join "`n`n")))
        'plan-' + [BitConverter]::ToString($digest, 0, 12).Replace('-', '').ToLowerInvariant()
    } finally {
        $hash.Dispose()
    }
}

# Only what has steps can be approved; what a person has to do comes back as skipped, with the reason.
function Get-Plan {
    param($Finding)

    foreach ($planned in @($Finding | Repair-CisFinding @repair -WhatIf -ErrorAction Continue)) {
        $isPlanned = $planned.Repair.Outcome -eq 'Planned'
        [pscustomobject] @{
            FindingId = $planned.FindingId
            Plan      = if ($isPlanned) { Get-PlanName -Finding $planned } else { '' }
            Finding   = $planned
        }
    }
}

function Get-Row {
    param($Planned)

    $finding = $Planned.Finding
    $cannot = @($finding.Repair.Steps | Where-Object { $_.NotUndoable } | ForEach-Object { $_.NotUndoable } | Select-Object -Unique)
    [pscustomobject] @{
        Approve    = if ($Planned.Plan) { '' } else { 'cannot' }
        ApprovedBy = ''
        Control    = "CIS $($finding.ControlId)"
        Severity   = "$($finding.Severity)"
        AccountId  = $finding.AccountId
        Region     = $finding.Region
        ResourceId = $finding.ResourceId
        Reason     = $finding.Reason
        Steps      = if ($Planned.Plan) { ($finding.Repair.Steps | ForEach-Object { "$($_.Description) ($($_.Operation)): $($_.Change)" }) -join '; ' } else { $finding.Repair.Reason }
        Undo       = if (-not $Planned.Plan) { '' } elseif ($cannot) { 'no: ' + ($cannot -join ' ') } else { 'yes' }
        Plan       = $Planned.Plan
        FindingId  = $finding.FindingId
    }
}

# Under a temporary name until it is whole; with the byte order mark by which spreadsheets know UTF-8.
function Export-Row {
    param($Row, [string] $Path)

    $full = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
    $unfinished = "$full.$PID.tmp"
    try {
        [IO.File]::WriteAllLines($unfinished, [string[]] @($Row | ConvertTo-Csv -NoTypeInformation), (New-Object -TypeName Text.UTF8Encoding -ArgumentList $true))
        Move-Item -LiteralPath $unfinished -Destination $full -Force
    } finally {
        Remove-Item -LiteralPath $unfinished -ErrorAction Ignore
    }
    $full
}

# A spreadsheet writes the separator of its own country.
function Import-Approval {
    $header = @(Get-Content -LiteralPath $ApprovalPath -TotalCount 1)
    if (-not $header) { throw "'$ApprovalPath' is empty. Give a file that -PlanPath has written." }
    $separator = @(',', ';', "`t" | Sort-Object -Property { ($header[0] -split $_, 0, 'SimpleMatch').Count } -Descending)[0]
    $rows = @(Import-Csv -LiteralPath $ApprovalPath -Delimiter $separator)
    $missing = @('Approve', 'ApprovedBy', 'FindingId', 'Plan' | Where-Object { -not $rows -or $rows[0].PSObject.Properties.Name -notcontains $_ })
    if ($missing) { throw "'$ApprovalPath' has no rows with the columns $($missing -join ', '). Give a file that -PlanPath has written." }

    $number = 1
    foreach ($row in $rows) {
        $number++
        $answer = "$($row.Approve)".Trim()
        if ($answer -notin '', 'yes', 'no', 'cannot') { throw "'$ApprovalPath', row ${number}: Approve is '$answer'. Write yes or no." }
        if ($answer -eq 'yes' -and -not $row.Plan) { throw "'$ApprovalPath', row ${number}: there is no plan to approve for $($row.FindingId)." }
        if ($answer -eq 'yes' -and -not "$($row.ApprovedBy)".Trim()) { throw "'$ApprovalPath', row ${number}: approved by nobody. Write a name into ApprovedBy." }
        [pscustomobject] @{ IsApproved = $answer -eq 'yes'; ApprovedBy = "$($row.ApprovedBy)".Trim(); FindingId = $row.FindingId; Plan = $row.Plan; Number = $number }
    }
}

function Get-Approved {
    $rows = @(Import-Approval)
    foreach ($plan in @($rows | Where-Object { $_.Plan } | Group-Object -Property Plan)) {
        $answers = @($plan.Group | ForEach-Object { $_.IsApproved } | Select-Object -Unique)
        if ($answers.Count -gt 1) {
            throw "'$ApprovalPath', rows $($plan.Group.Number -join ', '): these are mended together, and only some are approved. Approve all of them, or none."
        }
    }
    $rows | Where-Object { $_.IsApproved }
}

function New-Result {
    param($Approved, $Finding, [string] $Outcome, [string] $Reason, [string] $Undo)

    [pscustomobject] @{
        Outcome    = $Outcome
        Control    = if ($Finding) { "CIS $($Finding.ControlId)" } else { '' }
        Region     = if ($Finding) { $Finding.Region } else { '' }
        ResourceId = if ($Finding) { $Finding.ResourceId } else { '' }
        StatusNow  = if ($Finding) { $Finding.Status } else { '' }
        Reason     = $Reason
        ApprovedBy = $Approved.ApprovedBy
        Undo       = $Undo
        FindingId  = $Approved.FindingId
        Plan       = $Approved.Plan
    }
}

function New-Plan {
    if (Test-Path -LiteralPath $PlanPath) { throw "'$PlanPath' exists, and may hold approvals. Name another file, or remove it." }
    $failed = @(Get-Failed -Id $ControlId)
    $rows = @(if ($failed) { Get-Plan -Finding $failed | ForEach-Object { Get-Row -Planned $_ } })
    if (-not $rows) { return 'Nothing failed that is to be planned for; no file is written.' }
    $path = Export-Row -Row $rows -Path $PlanPath
    "$(@($rows | Where-Object { $_.Plan }).Count) of $($rows.Count) failed findings can be mended. The plan to approve is in $path."
}

# What is left out changes what stands on it, so the rest is planned again until all of it is what was approved.
function Invoke-Approved {
    $approved = @{}
    foreach ($row in @(Get-Approved)) { $approved[$row.FindingId] = $row }
    if ($approved.Count -eq 0) { throw "'$ApprovalPath' approves nothing. Write yes into Approve, and a name into ApprovedBy." }

    $controls = @($approved.Keys | ForEach-Object { ($_ -split '/')[1] } | Select-Object -Unique)
    $failed = @(Get-Failed -Id $controls | Where-Object { $approved.ContainsKey($_.FindingId) })
    $known = @($failed | ForEach-Object { $_.FindingId })
    foreach ($row in $approved.Values) {
        if ($known -notcontains $row.FindingId) { New-Result -Approved $row -Outcome 'NotFailed' -Reason 'It does not fail any more, or is gone.' }
    }

    do {
        $changed = @(if ($failed) { Get-Plan -Finding $failed | Where-Object { $_.Plan -ne $approved[$_.FindingId].Plan } })
        foreach ($planned in $changed) {
            $why = if ($planned.Plan) { 'What would be done now is not what was approved. Plan again.' } else { $planned.Finding.Repair.Reason }
            New-Result -Approved $approved[$planned.FindingId] -Finding $planned.Finding -Outcome 'PlanChanged' -Reason $why
        }
        $gone = @($changed | ForEach-Object { $_.FindingId })
        $failed = @($failed | Where-Object { $gone -notcontains $_.FindingId })
    } while ($changed -and $failed)
    if (-not $failed) { return }

    foreach ($finding in @($failed | Repair-CisFinding @repair -Confirm:$false -ErrorAction Continue)) {
        $where = ''
        if ($JournalPath) { $where = " -JournalPath '$($JournalPath -replace "'", "''")'" }
        $undo = ''
        if ($finding.Repair.JournalId) { $undo = "Get-CisRepair '$($finding.Repair.JournalId)'$where | Undo-CisRepair" }
        New-Result -Approved $approved[$finding.FindingId] -Finding $finding -Outcome $finding.Repair.Outcome -Reason $finding.Repair.Reason -Undo $undo
    }
}

try {
    if (-not (Get-Module -Name CisPosture)) { Import-Module -Name CisPosture }
    if ($PSCmdlet.ParameterSetName -eq 'Plan') {
        New-Plan
        exit $done
    }

    $results = @(Invoke-Approved)
} catch {
    [Console]::Error.WriteLine("Not carried through: $_")
    exit $stopped
}

$report = [IO.Path]::ChangeExtension($ApprovalPath, ('{0:yyyyMMddTHHmmssZ}.result.csv' -f [DateTime]::UtcNow))
$report = Export-Row -Row $results -Path $report
$results | Group-Object -Property Outcome | ForEach-Object { "$($_.Count) $($_.Name)" }
$results | Where-Object { $_.Undo } | ForEach-Object { $_.Undo } | Select-Object -Unique | ForEach-Object { "Take it back: $_" }
"The report is in $report."
$good = 'Changed', 'AlreadyCompliant', 'PendingConfirmation', 'NotFailed'
if (@($results | Where-Object { $good -notcontains $_.Outcome })) { exit $incomplete }
exit $done
