namespace CisPosture.Tests.Views;

internal static class SampleFinding
{
    public static CisFinding Of(string controlId, string severity = "Medium", string resourceId = "AWS::::Account:111122223333") => new()
    {
        FindingId = $"sample/{controlId}",
        ControlId = controlId,
        Title = "A title",
        Severity = severity,
        Status = "Failed",
        ReasonCode = "SAMPLE",
        Reason = "A reason.",
        AccountId = "111122223333",
        Region = "us-east-1",
        ResourceType = "AwsAccount",
        ResourceId = resourceId,
        Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Count"] = 2, ["Names"] = new[] { "a", "b" } },
        Notes = ["First note.", "Second note."],
        Guidance = "Mend it.",
        ObservedAt = DateTimeOffset.UnixEpoch,
    };
}
