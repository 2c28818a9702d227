using CisPosture.Core.Tests.Findings;
using CsCheck;

namespace CisPosture.Reports.Tests.Support;

internal static partial class NastyFindings
{
    private static Gen<string> Wild => Gen.Int[0, 0x2FFF].Select(code => (char)code).Array[0, 20].Select(characters => new string(characters));

    /// <summary>One of the texts that somebody chose, or any characters.</summary>
    public static Gen<string> Text => Gen.OneOf(
        Gen.Int[0, Texts.Count - 1].Select(index => Texts[index]),
        Gen.Char.Array[0, 20].Select(characters => new string(characters)),
        Wild);

    /// <summary>Findings with such texts wherever AWS or a user decides what stands there.</summary>
    public static Gen<CisFinding> Any =>
        from texts in Text.Array[8]
        from finding in SampleFindings.Any
        select finding with
        {
            ResourceId = texts[0].Length == 0 ? "x" : texts[0],
            Reason = texts[1],
            Notes = [texts[2], .. finding.Notes],
            Evidence = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Name" + texts[3]] = texts[4], ["List"] = new[] { texts[5], texts[0] }, ["Count"] = 3 },
            RepairCommand = texts[6],
            Suppression = finding.Suppression is null ? null : finding.Suppression with { Reason = texts[7], Owner = texts[2], Path = texts[3] },
        };
}
