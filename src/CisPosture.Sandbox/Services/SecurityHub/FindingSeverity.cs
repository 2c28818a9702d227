using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>A severity has a label and a number, of which a provider may give one.</summary>
internal static class FindingSeverity
{
    public static void Complete(JsonObject severity)
    {
        severity["Label"] ??= LabelOf(severity["Normalized"]!.GetValue<int>());
        severity["Normalized"] ??= NumberOf(severity["Label"]!.ToString());
    }

    private static string LabelOf(int number) => number switch
    {
        0 => "INFORMATIONAL",
        < 40 => "LOW",
        < 70 => "MEDIUM",
        < 90 => "HIGH",
        _ => "CRITICAL",
    };

    private static int NumberOf(string label) => label switch
    {
        "LOW" => 1,
        "MEDIUM" => 40,
        "HIGH" => 70,
        "CRITICAL" => 90,
        _ => 0,
    };
}
