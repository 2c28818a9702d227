using System.Text;

namespace CisPosture.Reports.SuppressionTemplates;

/// <summary>The draft as a PowerShell data file.</summary>
internal static class DataFileTemplate
{
    /// <summary>Writes it.</summary>
    public static void Write(SuppressionDraft draft, TextWriter to)
    {
        foreach (var line in draft.Head)
        {
            to.WriteLine($"# {line}");
        }

        to.WriteLine("@{");
        to.WriteLine("    Suppressions = @(");
        foreach (var rule in draft.Rules)
        {
            WriteRule(to, rule, draft.Expires);
        }

        to.WriteLine("    )");
        to.WriteLine("}");
    }

    private static void WriteRule(TextWriter to, DraftedRule rule, string expires)
    {
        to.WriteLine($"        # {rule.Comment}");
        to.WriteLine("        @{");
        foreach (var (name, value) in rule.Fields.Concat([("reason", string.Empty), ("expires", expires)]))
        {
            to.WriteLine($"            {char.ToUpperInvariant(name[0])}{name.Substring(1)} = {Quoted(value)}");
        }

        to.WriteLine("        }");
    }

    // PowerShell takes typographic quotes for quotes, too.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character);
            if (character is '\'' or (>= '\u2018' and <= '\u201B'))
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('\'').ToString();
    }
}
