namespace CisPosture.Reports.Tests.Support;

/// <summary>Findings whose texts were chosen by somebody who means ill, or by chance.</summary>
internal static partial class NastyFindings
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
}
