using CsCheck;

namespace CisPosture.Core.Tests.Findings;

internal static partial class SampleFindings
{
    // With what JSON, XML and paths have to escape.
    private static readonly Gen<string> Text = Gen.Char["abcXYZ019 \n\t\"\\/<>&'%_*?[]{}:;,.äß€語"].Array[0, 12].Select(chars => new string(chars));

    private static readonly Gen<object?> Scalar = Gen.OneOf<object?>(
        Text.Select(text => (object?)text),
        Gen.Int.Select(number => (object?)number),
        Gen.Long[int.MaxValue + 1L, long.MaxValue].Select(number => (object?)number),
        Gen.Double[-1e9, 1e9].Where(number => number != Math.Floor(number)).Select(number => (object?)number),
        Gen.Bool.Select(flag => (object?)flag),
        Gen.Const((object?)null));

    private static readonly Gen<object?> Fact = Gen.OneOf(Scalar, Text.Array[0, 3].Select(texts => (object?)texts));

    public static readonly Gen<CisFinding> Any =
        from texts in Text.Array[4]
        from facts in Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Fact).List[0, 5]
        from notes in Text.List[0, 3]
        from status in OneOf("Passed", "Failed", "Warning", "NotAvailable")
        from control in OneOf("1.2", "1.20", "3.10", "4.1")
        from time in Gen.DateTimeOffset
        from suppression in Suppressions
        from change in OneOf<string?>(null, "New", "Reopened")
        select Of(control, status, "arn:aws:test:::" + texts[0]) with
        {
            Reason = texts[1],
            Guidance = texts[2],
            RepairCommand = texts[3].Length > 3 ? texts[3] : null,
            Evidence = Table(facts),
            Notes = notes,
            ObservedAt = time,
            Repair = change is null ? null : new CisRepairResult { Outcome = "Changed", ReasonCode = ReasonCode.Compliant, Reason = texts[1], JournalId = "run" },
            Suppression = suppression,
            ChangeKind = change,
            FirstSeen = change is null ? null : time.AddTicks(-7),
        };

    private static Gen<CisSuppression?> Suppressions => Gen.OneOf(
        Gen.Const((CisSuppression?)null),
        Gen.Select(Text, Text, Gen.Int[1, 9999], (reason, owner, line) =>
            (CisSuppression?)new CisSuppression { Reason = reason, Owner = owner, Expires = "never", Path = "rules.yaml", Line = line }));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
