namespace CisPosture.Core.Tests.Findings;

/// <summary>Findings as controls make them, and any others that the form of a finding allows.</summary>
internal static partial class SampleFindings
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static CisFinding Of(
        string controlId,
        string status = "Failed",
        string resourceId = "AWS::::Account:111122223333",
        string region = "us-east-1",
        string accountId = "111122223333",
        string resourceType = "AwsAccount") => new()
    {
        FindingId = $"cis-1.2.0/{controlId}/{accountId}/{region}/{resourceId}",
        ControlId = controlId,
        Title = $"Control {controlId}",
        Severity = "Medium",
        Status = status,
        ReasonCode = status == "Passed" ? ReasonCode.Compliant : ReasonCode.NonCompliant,
        Reason = "A reason.",
        AccountId = accountId,
        Region = region,
        ResourceType = resourceType,
        ResourceId = resourceId,
        Evidence = new Dictionary<string, object?>(StringComparer.Ordinal),
        Notes = [],
        Guidance = "Mend it.",
        ObservedAt = Now,
    };

    private static Dictionary<string, object?> Table(List<(string Name, object? Value)> facts)
    {
        var table = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in facts)
        {
            table[name] = value;
        }

        return table;
    }
}
