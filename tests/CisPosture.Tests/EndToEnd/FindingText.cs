using System.Text.Json;

namespace CisPosture.Tests.EndToEnd;

/// <summary>A finding as text, without what differs between two readings of an account that did not change.</summary>
internal static class FindingText
{
    public static string Of(CisFinding finding)
    {
        var json = JsonSerializer.SerializeToNode(finding)!.AsObject();
        json.Remove(nameof(CisFinding.ObservedAt));

        // The credential report ages while tests run, by a tenth of an hour every six minutes.
        json[nameof(CisFinding.Evidence)]!.AsObject().Remove("ReportAgeHours");
        return json.ToJsonString();
    }

    public static IReadOnlyList<string> OfAll(IEnumerable<CisFinding> findings) => [.. findings.Select(Of)];
}
