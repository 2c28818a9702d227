using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

/// <summary>What the engine's own formatter puts on a screen of 120 columns.</summary>
public sealed class ScreenTests
{
    private static readonly CisFinding[] Findings =
    [
        SampleFinding.Of("1.2", resourceId: "arn:aws:iam::111122223333:user/division/alice", reason: "The user has a console password but no MFA device."),
        SampleFinding.Of(
            "3.10", "Critical", "arn:aws:kms:ap-southeast-1:111122223333:key/1a2b3c4d-0000-4000-8000-000000000007", "NotAvailable", "ap-southeast-1",
            "AWS denied cloudtrail:DescribeTrails in ap-southeast-1; grant cloudtrail:DescribeTrails."),
        SampleFinding.Of("4.1", "High", status: "Passed", region: "eu-west-1", reason: "12 security groups keep port 22 closed to the world."),
    ];

    private static readonly CisRepair SampleRun = new()
    {
        Id = "20260301T120000Z-0123abcd",
        Command = "Repair-CisPasswordPolicy",
        Status = "Complete",
        AccountId = "111122223333",
        CallerArn = "arn:aws:iam::111122223333:user/ops",
        StartedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        ControlIds = ["1.9", "1.10"],
        JournalPath = "/journals",
        Steps =
        [
            new CisRepairStep
            {
                Number = 1,
                Description = "Tighten the password policy",
                Operation = "iam:UpdateAccountPasswordPolicy",
                Parameters = "{}",
                Region = "us-east-1",
                ResourceId = "AWS::::Account:111122223333",
                Change = "MinimumPasswordLength 8 → 14",
                Outcome = "Done",
            },
        ],
    };

    [Fact]
    public void Findings_are_a_table_that_breaks_reasons_between_words() => Shows(
        """
        Status       Severity Id   Region         Resource               Reason
        ------       -------- --   ------         --------               ------
        Failed       Medium   1.2  us-east-1      alice                  The user has a console password but no MFA device.
        NotAvailable Critical 3.10 ap-southeast-1 1a2b3c4d-0000-4000-80… AWS denied cloudtrail:DescribeTrails in
                                                                         ap-southeast-1; grant cloudtrail:DescribeTrails.
        Passed       High     4.1  eu-west-1      account                12 security groups keep port 22 closed to the world.
        """,
        "$args[0] | Out-Default",
        Findings);

    [Fact]
    public void Findings_from_a_job_or_a_file_look_the_same() => Shows(
        """
        Status       Severity Id   Region         Resource               Reason
        ------       -------- --   ------         --------               ------
        Failed       Medium   1.2  us-east-1      alice                  The user has a console password but no MFA device.
        """,
        "$text = [System.Management.Automation.PSSerializer]::Serialize($args[0]); [System.Management.Automation.PSSerializer]::Deserialize($text) | Out-Default",
        Findings[0]);

    [Fact]
    public void A_mended_finding_says_what_was_done_about_it() => Shows(
        """
        Status       Severity Id   Region         Resource               Reason
        ------       -------- --   ------         --------               ------
        Passed       High     4.1  eu-west-1      account                Changed: 12 security groups keep port 22 closed to the
                                                                         world.
        Failed       Medium   1.2  us-east-1      alice                  Skipped: Somebody has to look first.
        """,
        "$args[0] | Out-Default",
        new[]
        {
            Findings[2] with { Repair = new CisRepairResult { Outcome = "Changed", ReasonCode = RepairReasonCode.Changed, Reason = "1 step taken." } },
            Findings[0] with { Repair = new CisRepairResult { Outcome = "Skipped", ReasonCode = RepairReasonCode.InUse, Reason = "Somebody has to look first." } },
        });

    [Fact]
    public void Runs_and_their_steps_are_tables() => Shows(
        """
        Id                        Status     Command                  Controls       Steps
        --                        ------     -------                  --------       -----
        20260301T120000Z-0123abcd Complete   Repair-CisPasswordPolicy 1.9, 1.10      1 Done


        Nr  Outcome     Operation                          Region         What
        --  -------     ---------                          ------         ----
        1   Done        iam:UpdateAccountPasswordPolicy    us-east-1      Tighten the password policy: MinimumPasswordLength 8
                                                                          → 14
        """,
        "$args[0] | Out-Default; $args[0].Steps | Out-Default",
        SampleRun);

    [Fact]
    public void A_roll_up_is_three_lines() => Shows(
        """
        3 controls: 1 passed, 1 failed, 1 unknown. Score 33.3 %.
        Failed controls: 1 Medium
        Findings: 1 Passed, 1 Failed, 0 Warning, 1 NotAvailable
        """,
        "$args[0] | Measure-CisFinding | Out-Default",
        Findings);

    [Fact]
    public void Permissions_are_a_table_with_the_controls_written_short() => Shows(
        """
        Action                                     AccessLevel            Use    Controls
        ------                                     -----------            ---    --------
        cloudtrail:DescribeTrails                  Read                   scan   2.7
        kms:DescribeKey                            Read                   scan   2.8; notes to 2.7
        """,
        "Get-CisRequiredPermission 2.7, 2.8, 4.1 | Where-Object Action -in cloudtrail:DescribeTrails, kms:DescribeKey | Out-Default");

    [Fact]
    public void Verdicts_are_a_table() => Shows(
        """
        Verdict Severity Id   Failed Findings Title
        ------- -------- --   ------ -------- -----
        Failed  Medium   1.2       1        1 A title
        Unknown Critical 3.10      0        1 A title
        Passed  High     4.1       0        1 A title
        """,
        "($args[0] | Measure-CisFinding).Verdicts | Out-Default",
        Findings);

    [Fact]
    public void Suppressed_findings_are_counted_apart() => Shows(
        """
        2 controls: 1 passed, 0 failed, 0 unknown, 1 suppressed. Score 100 %.
        Findings: 1 Passed, 0 Failed, 0 Warning, 0 NotAvailable, 1 suppressed
        """,
        "$args[0] | Measure-CisFinding | Out-Default",
        new[] { Findings[0] with { Suppression = new CisSuppression { Reason = "Known.", Expires = "never", Path = "rules.json", Line = 1 } }, Findings[2] });

    [Fact]
    public void Changes_are_a_table_as_findings_are() => Shows(
        """
        Difference   Severity Id   Region         Resource               Reason
        ----------   -------- --   ------         --------               ------
        StillFailing Medium   1.2  us-east-1      alice                  The user has a console password but no MFA device.
        """,
        "Compare-CisFinding $args[0] $args[0] | Out-Default",
        Findings[0]);

    [Fact]
    public void Scans_are_a_table() => Shows(
        """
         Scan Saved            Findings  Failed Suppressed     New Reopened Resolved Score Accounts
         ---- -----            --------  ------ ----------     --- -------- -------- ----- --------
           12 2026-06-15 12:00       84      70          4       2        0        1  97.6 111122223333 and 2 more
        """,
        "$args[0] | Out-Default",
        new CisScan
        {
            ScanId = 12,
            SavedAt = new DateTimeOffset(new DateTime(2026, 6, 15, 12, 0, 0, DateTimeKind.Local)),
            ObservedAt = DateTimeOffset.UnixEpoch,
            AccountIds = ["111122223333", "222233334444", "333344445555"],
            Regions = [],
            ControlIds = [],
            FindingCount = 84,
            PassedCount = 10,
            FailedCount = 70,
            WarningCount = 0,
            NotAvailableCount = 0,
            SuppressedCount = 4,
            Score = 97.6,
            NewCount = 2,
            ReopenedCount = 0,
            ResolvedCount = 1,
            ChangedCount = 0,
            ModuleVersion = "1.0.0",
        });

    [Fact]
    public void Controls_are_grouped_by_chapter() => Shows(
        """
           Section: Identity and Access Management

        Id   Severity Judges              Title
        --   -------- ------              -----
        1.2  Medium   AwsIamUser          Ensure multi-factor authentication (MFA) is enabled for all IAM users that have a
                                          console password
        1.10 Low      AwsAccount          Ensure IAM password policy prevents password reuse

           Section: Networking

        Id   Severity Judges              Title
        --   -------- ------              -----
        4.1  High     AwsEc2SecurityGroup Ensure no security groups allow ingress from 0.0.0.0/0 to port 22
        """,
        "Get-CisControl '1.2','1.10','4.1' | Out-Default");

    [Theory]
    [InlineData("ControlId", "1.2")]
    [InlineData("Severity", "Medium")]
    public void Jobs_and_Clixml_carry_texts_however_deep_they_look(string member, string text)
    {
        using var session = ModuleSession.Open();
        var value = session.Run(
            "$text = [System.Management.Automation.PSSerializer]::Serialize($args[0], 6); [System.Management.Automation.PSSerializer]::Deserialize($text).($args[1])", Findings[0], member);
        Assert.Equal(text, Assert.Single(value.Output).BaseObject);
    }

    private static void Shows(string screen, string script, params object[] arguments)
    {
        var host = new RecordingHost();
        using var session = ModuleSession.Open(host);
        var run = session.Run(script, arguments is CisFinding[] ? [arguments] : arguments);
        Assert.Null(run.Failure);
        Assert.Empty(run.Errors);
        Assert.Equal(screen.ReplaceLineEndings("\n"), host.Screen);
    }
}
