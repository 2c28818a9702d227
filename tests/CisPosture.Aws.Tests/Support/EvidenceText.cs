using System.Text.Json;
using CisPosture.Accounts;

namespace CisPosture.Aws.Tests.Support;

/// <summary>Evidence as text, so that two scans can be compared whole.</summary>
internal static class EvidenceText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public static string Of(AccountEvidence evidence) => JsonSerializer.Serialize(evidence, Options);
}
