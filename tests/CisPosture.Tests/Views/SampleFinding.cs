namespace CisPosture.Tests.Views;

internal static class SampleFinding
{
    public static CisFinding Of(
        string controlId, string severity = "Medium", string resourceId = "AWS::::Account:111122223333", string status = "Failed", string region = "us-east-1", string reason = "A reason.") => new()
    {
        FindingId = $"sample/{controlId}",
        ControlId = controlId,
        Title = "A title",
        Severity = severity,
        Status = status,
        ReasonCode = "SAMPLE",
        Reason = reason,
        AccountId = "111122223333",
        Region = region,
        ResourceType = "AwsAccount",
        ResourceId = resourceId,
        Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Count"] = 2, ["Names"] = new[] { "a", "b" } },
        Notes = ["First note.", "Second note."],
        Guidance = "Mend it.",
        ObservedAt = DateTimeOffset.UnixEpoch,
    };
}
