using CisPosture.Core.Tests.Findings;

namespace CisPosture.Store.Tests.Support;

/// <summary>Findings of a control that is judged Region by Region, as the evaluator makes them.</summary>
internal static class Group
{
    public const string Home = "us-east-1";

    /// <summary>A security group that a control judges by itself.</summary>
    public static CisFinding Of(string name, string status = "Failed", string region = Home, string control = "4.1", string account = "111122223333") =>
        SampleFindings.Of(control, status, $"arn:aws:ec2:{region}:{account}:security-group/{name}", region, account, "AwsEc2SecurityGroup") with { Severity = "High" };

    /// <summary>The groups of a Region that passed, as one finding.</summary>
    public static CisFinding Passed(string region = Home, int count = 1, string control = "4.1", string account = "111122223333") =>
        SampleFindings.Of(control, "Passed", $"AWS::::Account:{account}", region, account) with
        {
            Severity = "High",
            Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["PassedCount"] = count },
        };

    /// <summary>A Region that could not be read.</summary>
    public static CisFinding Denied(string region = Home, string control = "4.1") =>
        SampleFindings.Of(control, "NotAvailable", region: region) with { ReasonCode = ReasonCode.AccessDenied, Severity = "High" };
}
