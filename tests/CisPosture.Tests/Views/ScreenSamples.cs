namespace CisPosture.Tests.Views;

/// <summary>Objects of each type that cmdlets emit, with what is long, rare or meant to deceive among them.</summary>
internal static class ScreenSamples
{
    public const string Account = "111122223333";

    /// <summary>Sets a terminal's title, clears its screen and turns what follows around, where a terminal is handed it.</summary>
    public const string Hostile = "x\u001b]0;owned\u0007\u001b[2J\u009b31m\u202Egpj\r\ny";

    private static readonly DateTimeOffset Noon = new(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Local));

    public static CisFinding NoMfa { get; } = SampleFinding.Of(
        "1.2", resourceId: "arn:aws:iam::111122223333:user/division/alice", reason: "The user has a console password but no MFA device.") with
    {
        Title = "Ensure multi-factor authentication (MFA) is enabled for all IAM users that have a console password",
        ObservedAt = Noon,
        ResourceType = "AwsIamUser",
        ConfigRule = "mfa-enabled-for-iam-console-access",
        Evidence = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["PasswordEnabled"] = true,
            ["MfaActive"] = false,
            ["PasswordLastUsed"] = "2026-02-27T09:14:00Z",
            ["Groups"] = new[] { "administrators", "billing-readers", "developers-of-the-payment-platform", "on-call", "release-managers" },
        },
        Notes = ["Security Hub's own control does not see users whose password was never used, so that it may say Passed of the same account.", "The user is a member of administrators."],
        Guidance = "Have the user add an MFA device under My security credentials, or add one for the user in the IAM console. Until then, a policy that denies everything without MFA keeps the password from being enough.",
    };

    public static CisFinding Accepted { get; } = NoMfa with
    {
        Suppression = new CisSuppression { Reason = "Break-glass user, its password lies in the safe.", Owner = "security", Expires = "2026-12-31", Path = "accepted.yaml", Line = 12 },
        ChangeKind = "Unchanged",
        FirstSeen = Noon.AddDays(-40),
        LastSeen = Noon,
    };

    public static CisRepairStep[] Steps { get; } =
    [
        new CisRepairStep
        {
            Number = 1,
            Description = "Tighten the password policy",
            Operation = "iam:UpdateAccountPasswordPolicy",
            Parameters = """{"MinimumPasswordLength":14}""",
            Region = "us-east-1",
            ResourceId = "AWS::::Account:111122223333",
            Change = "MinimumPasswordLength 8 → 14",
            Before = """{"MinimumPasswordLength":8}""",
            After = """{"MinimumPasswordLength":14}""",
            Outcome = "Done",
            ControlIds = ["1.9"],
            Time = Noon,
        },
        new CisRepairStep
        {
            Number = 2,
            Description = "Switch the configuration recorder on",
            Operation = "config:DescribeConfigurationRecorderStatus",
            Parameters = "{}",
            Region = "ap-southeast-1",
            ResourceId = "arn:aws:config:ap-southeast-1:111122223333:config-recorder/default",
            Change = "recording false → true",
            Outcome = "Interrupted",
            Message = "The process ended before AWS answered.",
            NotUndoable = "What was recorded stays.",
            ControlIds = ["2.5"],
        },
    ];

    public static CisRepairResult Result { get; } = new()
    {
        Outcome = "Failed",
        ReasonCode = "STEP_FAILED",
        Reason = "The configuration recorder could not be switched on: the process ended before AWS answered.",
        NextCommand = "Get-CisRepair -Incomplete",
        Steps = Steps,
        JournalId = "20260301T120000Z-0123abcd",
    };

    public static CisFinding[] Findings { get; } =
    [
        NoMfa,
        Accepted,
        SampleFinding.Of(
            "2.8", "Critical", "arn:aws:kms:ap-southeast-1:111122223333:key/1a2b3c4d-0000-4000-8000-000000000007", "NotAvailable", "ap-southeast-1",
            "AWS denied kms:GetKeyRotationStatus in ap-southeast-1; grant kms:GetKeyRotationStatus."),
        SampleFinding.Of("2.3", "Critical", "arn:aws:s3:::" + new string('a', 30) + "." + new string('b', 32), reason: "The bucket is open to the public through its policy."),
        SampleFinding.Of("3.10", "Low", status: "Warning", reason: "An alarm is there, but nobody has confirmed a subscription of its topic."),
        SampleFinding.Of("4.1", "High", status: "Passed", region: "eu-west-1", reason: "12 security groups keep port 22 closed to the world."),
        SampleFinding.Of("4.1", "High", $"arn:aws:ec2:eu-west-1:{Account}:security-group/{Hostile}", region: "eu-west-1", reason: $"The group {Hostile} lets the world in.") with { ObservedAt = Noon },
    ];

    public static CisFinding[] Mended { get; } =
    [
        Findings[5] with { Repair = new CisRepairResult { Outcome = "Changed", ReasonCode = RepairReasonCode.Changed, Reason = "1 step taken." } },
        NoMfa with { Repair = new CisRepairResult { Outcome = "Skipped", ReasonCode = RepairReasonCode.InUse, Reason = "Somebody has to look first." } },
        Findings[4] with { Repair = Result, ObservedAt = Noon },
    ];

    public static CisFindingChange[] Changes { get; } =
    [
        CisFindingChange.Of(FindingDifference.New, null, NoMfa, NoMfa.Reason),
        CisFindingChange.Of(FindingDifference.StillFailing, Accepted, Accepted, Accepted.Reason),
        CisFindingChange.Of(FindingDifference.GoneResource, Findings[3], null, $"Is there no more. Was: {Findings[3].Reason}"),
        CisFindingChange.Of(FindingDifference.NotJudged, Findings[4], Findings[2], Findings[2].Reason),
        CisFindingChange.Of(FindingDifference.Fixed, Findings[6], null, $"Passes or is gone; the scan lists what passed as one finding. Was: {Findings[6].Reason}"),
    ];

    public static CisScan[] Scans { get; } =
    [
        Scan(9, [Account], 84, 70) with { NewCount = 84 },
        Scan(12345, [Account, "222233334444", "333344445555"], 1_048_576, 987_654) with { NewCount = 1234, ReopenedCount = 17, ResolvedCount = 987, ChangedCount = 3, SuppressedCount = 4 },
        Scan(12346, [Account], 84, 0) with { Score = null },
    ];

    public static CisRepair[] Repairs { get; } = [Repair("Repair-CisFinding", "Incomplete", ["1.9", "2.5"], Steps), Repair("Repair-CisPasswordPolicy", "Complete", ["1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11"], [Steps[0]])];

    public static CisPublication[] Publications { get; } =
    [
        new() { AccountId = Account, Region = "us-east-1", Imported = 41, Updated = 12, Unchanged = 107, Suppressed = 3, Unsuppressed = 1, Resolved = 6 },
        new() { AccountId = Account, Region = "ap-southeast-1", Failed = 160 },
    ];

    public static CisPermission Permission { get; } = new()
    {
        Action = "kms:DescribeKey",
        Service = "kms",
        AccessLevel = "Read",
        ControlId = ["2.8"],
        NoteControlId = ["2.7"],
        Evidence = ["KmsKeys"],
        Reason = "Reads KmsKeys, without which 2.8 cannot be judged; adds notes to 2.7.",
    };

    private static CisRepair Repair(string command, string status, string[] controls, CisRepairStep[] steps) => new()
    {
        Id = "20260301T120000Z-0123abcd",
        Command = command,
        Status = status,
        AccountId = Account,
        CallerArn = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_SecurityOperations_0123456789abcdef/ops@example.com",
        StartedAt = Noon,
        EndedAt = status == "Complete" ? Noon.AddSeconds(7) : null,
        ControlIds = controls,
        JournalPath = "/home/ops/.local/share/CisPosture/journals",
        Steps = steps,
    };

    private static CisScan Scan(long id, string[] accounts, int findings, int failed) => new()
    {
        ScanId = id,
        SavedAt = Noon,
        ObservedAt = Noon.AddMinutes(-3),
        AccountIds = accounts,
        Regions = ["eu-west-1", "us-east-1"],
        ControlIds = ["1.1", "1.2"],
        FindingCount = findings,
        PassedCount = findings - failed,
        FailedCount = failed,
        WarningCount = 0,
        NotAvailableCount = 0,
        SuppressedCount = 0,
        Score = 97.6,
        NewCount = 0,
        ReopenedCount = 0,
        ResolvedCount = 0,
        ChangedCount = 0,
        ModuleVersion = "1.0.0",
    };
}
