using System.Text;
using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Documentation;

/// <summary>docs/repairs.md is made of what repairs declare of themselves; this test keeps the page true, and rewrites it on request.</summary>
public sealed class RepairDocumentTests
{
    private const string RewriteVariable = "CISPOSTURE_REWRITE_DOCS";

    private static string Page => Repository.PathOf("docs", "repairs.md");

    [Fact]
    public void The_page_on_repairs_says_what_the_repairs_declare()
    {
        var expected = Expected();
        if (Environment.GetEnvironmentVariable(RewriteVariable) == "1")
        {
            File.WriteAllText(Page, expected);
        }

        var actual = File.Exists(Page) ? File.ReadAllText(Page).ReplaceLineEndings("\n") : string.Empty;
        Assert.True(expected == actual, $"docs/repairs.md is out of date. Run this test once with {RewriteVariable}=1 and look at what changed.");
    }

    private static string Expected()
    {
        var page = new StringBuilder()
            .Append("# Repairs\n\n")
            .Append("What each repair calls, what it asks, and whether it can be undone. Every repair reads the live state first, shows each step with what is\n")
            .Append("and what would be (`-WhatIf` sends reads only), writes it into a journal before it is sent, reads back, judges again and emits the new finding.\n")
            .Append("`Repair-CisFinding` takes any mix of findings; `Get-CisRepair | Undo-CisRepair` puts back. This page is made by a test from what the repairs\n")
            .Append("declare; edit the files in `src/CisPosture.Core/Repairs/Catalogue` instead.\n\n")
            .Append("| control | cmdlet | what is called | what is asked | undoable |\n")
            .Append("|---|---|---|---|---|\n");
        foreach (var control in BenchmarkCatalogue.Current.Controls.OrderBy(control => control.Number))
        {
            page.Append(RowOf(control));
        }

        return page.ToString();
    }

    private static string RowOf(CisControl control) => RepairCatalogue.Current.Of(control.Id) is { } repair && repair.Row(control.Id) is { } row
        ? $"| {control.Id} | `{repair.Command}` | {string.Join(", ", row.Calls.Select(call => $"`{call}`"))} | {(row.Asks.Count == 0 ? "nothing" : string.Join(" ", row.Asks))} | {row.Undoable} |\n"
        : $"| {control.Id} | a person | – | – | – |\n";
}
