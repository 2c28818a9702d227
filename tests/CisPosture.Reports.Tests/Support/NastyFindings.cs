using CisPosture.Core.Tests.Findings;
using CsCheck;

namespace CisPosture.Reports.Tests.Support;

/// <summary>Findings whose texts were chosen by somebody who means ill, or by chance.</summary>
internal static class NastyFindings
{
    public static readonly IReadOnlyList<string> Texts =
    [
        "<script>alert(1)</script>",
        "</script><img src=x onerror=alert(1)>",
        "=cmd|' /C calc'!A0",
        "a;=cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3",
        "+1",
        "\t=1+1",
        "\r=1+1",
        "a\nb\r\nc",
        "| a | b |",
        "`code` ``` ~~~ **bold** _it_ [link](javascript:alert(1)) ![x](http://127.0.0.1/x.png)",
        "# heading\n- item\n1. item\n> quote",
        "]]> --> <!-- <?xml?> &amp; &#x41; \" '",
        "{{ 7 | times: 7 }}{% raw %}",
        "\uD800",
        "a\uDC00b",
        "\0\u0001\u0008\u000B\u000C\u001B[31m\u007F\u0085",
        "\uFFFE\uFFFF\uFEFF",
        "\u202Egnp.exe\u202C \u2066x\u2069 \u200Fר",
        "😀 語 ß Ä",
        "\u2028\u2029",
        "c:\\path\\ \"quoted\" $(Get-Date) 'single' #{x} %TEMP%",
        new('x', 10_000),
        new('\n', 10_000),
        " ",
        string.Empty,
    ];

    private static readonly Gen<string> Wild = Gen.Int[0, 0x2FFF].Select(code => (char)code).Array[0, 20].Select(characters => new string(characters));

    /// <summary>One of the texts above, or any characters.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, Texts.Count - 1].Select(index => Texts[index]),
        Gen.Char.Array[0, 20].Select(characters => new string(characters)),
        Wild);

    /// <summary>Findings with such texts wherever AWS or a user decides what stands there.</summary>
    public static readonly Gen<CisFinding> Any =
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
