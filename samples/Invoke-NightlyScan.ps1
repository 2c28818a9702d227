#requires -Version 5.1

<#
.SYNOPSIS
    Scans an AWS account as a scheduled job, and says by its exit code whether somebody has to look.
.DESCRIPTION
    Each run scans, keeps the findings in a store, compares them with the scan before, writes a report of the day and a line to the log for
    all that happened. What is new is handed on, where -HandOff says how.

    Exit codes:

      0  nothing new at or above -FailOn
      1  something failed that did not fail the night before, at or above -FailOn; the first run has no night before
      2  the account, or part of it, could not be judged
      3  what was found could not be kept, reported or handed on; the log says what was found

    Where several hold, 3 counts before 1, and 1 before 2. PowerShell itself ends with 1 where it cannot read the arguments, and nothing is
    written to the log then: run the job once by hand.
.PARAMETER Folder
    Where the job keeps its things: findings.db, cis-<day>.html and nightly.log. Made where there is none. Findings tell where an account is
    weak: let only those read it who may know.
.PARAMETER ProfileName
    The profile to scan with. Without it, credentials are looked for as AWS Tools for PowerShell does: environment, default profile, role of
    the machine. Keys are no arguments of this script, because arguments are there for everybody to read.
.PARAMETER Region
    The Regions to scan, also as one text with commas; all enabled ones without it.
.PARAMETER FailOn
    The severity from which a new finding is worth a call.
.PARAMETER SuppressionPath
    A file of rules that accept findings for a time.
.PARAMETER HandOff
    Who is told, where the exit code would not be 0: a script block, or the name of a command or script. It gets one argument, an object with
    Outcome, Text, NewFindings, NotJudged, Resolved, ReportPath and LogPath. What it needs to sign in, it fetches itself, for example with
    Get-Secret. It says by an exception that nobody was told.
.EXAMPLE
    ./Invoke-NightlyScan.ps1 -Folder C:\ProgramData\CisPosture -ProfileName audit -FailOn High -HandOff C:\Jobs\Send-Ticket.ps1
.EXAMPLE
    $mail = { param($Night) Send-MailMessage -SmtpServer mail.example.com -From cis@example.com -To ops@example.com -Subject $Night.Outcome -Body $Night.Text }
    ./Invoke-NightlyScan.ps1 -Folder ~/cis -HandOff $mail
.NOTES
    Windows Task Scheduler, as a group managed service account, at most one run at a time:

        $action = New-ScheduledTaskAction -Execute powershell.exe -Argument '-NoProfile -NonInteractive -File C:\Jobs\Invoke-NightlyScan.ps1 -Folder C:\ProgramData\CisPosture -ProfileName audit'
        $who = New-ScheduledTaskPrincipal -UserId 'EXAMPLE\svc-posture$' -LogonType Password
        $how = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 2) -StartWhenAvailable
        Register-ScheduledTask -TaskName 'CIS posture' -Action $action -Trigger (New-ScheduledTaskTrigger -Daily -At 02:00) -Principal $who -Settings $how

    cron, one line:

        0 2 * * * flock -n /var/lib/cisposture/lock pwsh -NoProfile -NonInteractive -File /opt/jobs/Invoke-NightlyScan.ps1 -Folder /var/lib/cisposture -ProfileName audit

    systemd, cisposture.service and cisposture.timer; a unit that failed is one that somebody has to look at:

        [Service]
        Type=oneshot
        User=cisposture
        StateDirectory=cisposture
        StateDirectoryMode=0700
        ExecStart=/usr/bin/pwsh -NoProfile -NonInteractive -File /opt/jobs/Invoke-NightlyScan.ps1 -Folder /var/lib/cisposture

        [Timer]
        OnCalendar=*-*-* 02:00
        Persistent=true

        [Install]
        WantedBy=timers.target
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $Folder,

    [ValidateNotNullOrEmpty()]
    [string] $ProfileName,

    [ValidateNotNullOrEmpty()]
    [string[]] $Region,

    [ValidateSet('Low', 'Medium', 'High', 'Critical')]
    [string] $FailOn = 'High',

    [ValidateScript({ if (Test-Path -LiteralPath $_ -PathType Leaf) { $true } else { throw "There is no file '$_'." } })]
    [string] $SuppressionPath,

    [ValidateScript({ if ($_ -is [scriptblock] -or (Get-Command -Name $_ -ErrorAction Ignore)) { $true } else { throw "'$_' is neither a script block nor a command." } })]
    [object] $HandOff
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$nothingNew, $newFindings, $notJudged, $notKept = 0, 1, 2, 3

$Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
$null = New-Item -Path $Folder -ItemType Directory -Force
$log = Join-Path -Path $Folder -ChildPath 'nightly.log'
$store = Join-Path -Path $Folder -ChildPath 'findings.db'

function Write-Log {
    param([string] $Level, [string] $Message)

    $line = '{0:yyyy-MM-ddTHH:mm:ssZ} {1,-7} {2}' -f [DateTime]::UtcNow, $Level, ($Message -replace '\s*[\r\n]+\s*', ' ')
    [IO.File]::AppendAllText($log, $line + [Environment]::NewLine)
    Write-Verbose -Message $line
}

# What the scan says on its way goes to the log; where it cannot go on at all, the exception goes to the caller.
function Save-Scan {
    $scan = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'problems'; WarningAction = 'SilentlyContinue'; WarningVariable = 'warnings' }
    if ($ProfileName) { $scan.ProfileName = $ProfileName }
    if ($Region) { $scan.Region = @($Region -split '\s*,\s*') }
    if ($SuppressionPath) { $scan.SuppressionPath = $SuppressionPath }

    $saved = Test-CisControl @scan | Save-CisFinding -Path $store
    foreach ($warning in $warnings) { Write-Log -Level WARNING -Message $warning.Message }
    foreach ($problem in $problems) { Write-Log -Level ERROR -Message "$problem" }
    $saved
}

function Get-Night {
    param([long] $ScanId)

    $findings = @(Get-CisFinding -Path $store -ScanId $ScanId)
    $counting = @($findings | Where-Object { -not $_.Suppression })
    $alarming = 'New', 'Reopened', 'Changed'
    $harmless = 'NOT_APPLICABLE', 'CONTROL_NOT_SUPPORTED_IN_REGION'
    [pscustomobject] @{
        Findings    = $findings
        NewFindings = @($counting | Where-Object { $_.Status -eq 'Failed' -and $alarming -contains $_.ChangeKind -and $_.Severity -ge $FailOn })
        NotJudged   = @($counting | Where-Object { $_.Status -eq 'NotAvailable' -and $harmless -notcontains $_.ReasonCode })
        Resolved    = @(Get-CisFinding -Path $store -ScanId $ScanId -Resolved)
    }
}

# The report of the day: a second run on the same day replaces it.
function Export-Night {
    param($Night)

    $report = Join-Path -Path $Folder -ChildPath ('cis-{0:yyyy-MM-dd}.html' -f [DateTime]::UtcNow)
    $Night.Findings | Export-CisReport -Path $report -StorePath $store -Title 'CIS AWS Foundations Benchmark, nightly'
    $report
}

function Get-Text {
    param([string] $Outcome, $Night, [string] $Summary)

    @(
        "${Outcome}: $Summary"
        "$($Night.NewFindings.Count) new at $FailOn or above, $($Night.Resolved.Count) resolved, $($Night.NotJudged.Count) not judged."
        foreach ($finding in $Night.NewFindings) { "NEW $($finding.Severity) $($finding.ControlId) $($finding.AccountId) $($finding.Region) $($finding.ResourceId): $($finding.Reason)" }
        foreach ($finding in $Night.NotJudged) { "NOT JUDGED $($finding.ControlId) $($finding.AccountId) $($finding.Region): $($finding.Reason)" }
        foreach ($finding in $Night.Resolved) { "RESOLVED $($finding.ControlId) $($finding.AccountId) $($finding.Region) $($finding.ResourceId)" }
    )
}

function Invoke-HandOff {
    param([string] $Outcome, [string[]] $Text, $Night, [string] $Report)

    if (-not $HandOff) { return }
    $null = & $HandOff ([pscustomobject] @{
            Outcome     = $Outcome
            Text        = $Text -join [Environment]::NewLine
            NewFindings = $Night.NewFindings
            NotJudged   = $Night.NotJudged
            Resolved    = $Night.Resolved
            ReportPath  = $Report
            LogPath     = $log
        })
    Write-Log -Level INFO -Message 'Handed on.'
}

$code = $notJudged
$night = [pscustomobject] @{ Findings = @(); NewFindings = @(); NotJudged = @(); Resolved = @() }
$report = $null
$summary = 'The scan gave no findings.'

try {
    Write-Log -Level INFO -Message "Scan begins, as $([Environment]::UserName) on $([Environment]::MachineName)."
    if (-not (Get-Module -Name CisPosture)) { Import-Module -Name CisPosture }
    $saved = Save-Scan
    if ($saved) {
        $night = Get-Night -ScanId $saved.ScanId
        $summary = (Measure-CisFinding -InputObject $night.Findings).Text
        $code = if ($night.NewFindings) { $newFindings } elseif ($night.NotJudged) { $notJudged } else { $nothingNew }
        $report = Export-Night -Night $night
    }
} catch {
    $summary = "$_"
    $isKeeping = $_.FullyQualifiedErrorId -match '^(Store|Report|ScanNotFound)'
    $code = if ($isKeeping) { $notKept } else { $notJudged }
    Write-Log -Level ERROR -Message "$($_.FullyQualifiedErrorId): $_"
}

$outcome = @('NothingNew', 'NewFindings', 'NotJudged', 'NotKept')[$code]
$text = @(Get-Text -Outcome $outcome -Night $night -Summary $summary)
foreach ($line in $text) { Write-Log -Level INFO -Message $line }

if ($code -ne $nothingNew) {
    try {
        Invoke-HandOff -Outcome $outcome -Text $text -Night $night -Report $report
    } catch {
        $code = $notKept
        Write-Log -Level ERROR -Message "Nobody was told: $_"
    }
}

Write-Log -Level INFO -Message "Ends with exit code $code."
$text[0..1]
exit $code
