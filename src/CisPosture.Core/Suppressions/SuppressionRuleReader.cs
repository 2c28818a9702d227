using System.Text.RegularExpressions;

namespace CisPosture.Suppressions;

/// <summary>Makes rules of what stands in a file. A rule that is not wholly understood is not applied, so that no slip of the pen hides findings.</summary>
internal sealed class SuppressionRuleReader
{
    private const string ControlField = "control";
    private const string AccountField = "account";
    private const string RegionField = "region";
    private const string ResourceField = "resource";
    private const string ReasonField = "reason";
    private const string OwnerField = "owner";
    private const string ExpiresField = "expires";

    private static readonly string[] Fields = [ControlField, AccountField, RegionField, ResourceField, ReasonField, OwnerField, ExpiresField];
    private static readonly Regex AccountForm = new("^[0-9*?]{1,12}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex RegionForm = new("^[a-z0-9*?-]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private readonly string _path;
    private readonly List<SuppressionRule> _rules = [];
    private readonly List<SuppressionProblem> _problems = [];

    private SuppressionRuleReader(string path) => _path = path;

    /// <summary>Reads all rules of a file.</summary>
    /// <param name="path">The file, as messages name it.</param>
    /// <param name="entries">What stands in it.</param>
    /// <returns>The rules that can be applied, and what is wrong with the others.</returns>
    public static SuppressionSet Read(string path, IEnumerable<SuppressionEntry> entries)
    {
        var reader = new SuppressionRuleReader(path);
        foreach (var entry in entries)
        {
            reader.Read(entry);
        }

        return new SuppressionSet(path, reader._rules, reader._problems);
    }

    private void Read(SuppressionEntry entry)
    {
        if (entry.Fields is not { } fields)
        {
            Report(entry.Line, "a table with control, reason and expires should stand there");
            return;
        }

        var before = _problems.Count;
        var texts = Collect(fields);
        var rule = new SuppressionRule
        {
            Line = entry.Line,
            Controls = Controls(entry, texts),
            Accounts = Patterns(texts, AccountField, AccountForm, "twelve digits, of which * and ? may stand for some"),
            Regions = Patterns(texts, RegionField, RegionForm, "a Region such as eu-west-1 or eu-*"),
            Resources = Patterns(texts, ResourceField, form: null, string.Empty),
            Reason = Required(entry, texts, ReasonField, "say why the finding is accepted"),
            Owner = Single(texts, OwnerField),
            Expires = Expiry(entry, texts)!,
        };
        if (_problems.Count == before)
        {
            _rules.Add(rule);
        }
    }

    private Dictionary<string, SuppressionField> Collect(IReadOnlyList<SuppressionField> fields)
    {
        var texts = new Dictionary<string, SuppressionField>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            if (!Fields.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            {
                Report(field.Line, $"'{field.Name}' is no entry of a rule; known are {string.Join(", ", Fields)}");
            }
            else if (field.Texts is not { Count: > 0 } values || values.Any(string.IsNullOrWhiteSpace))
            {
                Report(field.Line, $"{field.Name} is empty or no text");
            }
            else if (texts.ContainsKey(field.Name))
            {
                Report(field.Line, $"{field.Name} stands there twice");
            }
            else
            {
                texts[field.Name] = field;
            }
        }

        return texts;
    }

    private IReadOnlyCollection<ControlId> Controls(SuppressionEntry entry, Dictionary<string, SuppressionField> texts)
    {
        if (!texts.TryGetValue(ControlField, out var field))
        {
            ReportMissing(entry, ControlField, "name the control, such as 4.1 or 3.*");
            return [];
        }

        try
        {
            return new HashSet<ControlId>(BenchmarkCatalogue.Current.Select([.. field.Texts!.Select(text => text.Trim())]).Select(control => control.Number));
        }
        catch (PostureException unknown)
        {
            Report(field.Line, unknown.Message.TrimEnd('.'));
            return [];
        }
    }

    private List<TextPattern> Patterns(Dictionary<string, SuppressionField> texts, string name, Regex? form, string expected)
    {
        if (!texts.TryGetValue(name, out var field))
        {
            return [];
        }

        foreach (var text in field.Texts!.Where(text => form?.IsMatch(text.Trim()) == false))
        {
            Report(field.Line, $"{name} is '{text}', where {expected} is expected");
        }

        return [.. field.Texts!.Select(text => new TextPattern(text.Trim()))];
    }

    private string Required(SuppressionEntry entry, Dictionary<string, SuppressionField> texts, string name, string wayOut)
    {
        var text = Single(texts, name);
        if (text is null)
        {
            ReportMissing(entry, name, wayOut);
        }

        return text ?? string.Empty;
    }

    private string? Single(Dictionary<string, SuppressionField> texts, string name)
    {
        if (!texts.TryGetValue(name, out var field))
        {
            return null;
        }

        if (field.Texts!.Count > 1)
        {
            Report(field.Line, $"{name} is a list, where one text is expected");
        }

        return field.Texts[0].Trim();
    }

    private SuppressionExpiry? Expiry(SuppressionEntry entry, Dictionary<string, SuppressionField> texts)
    {
        var text = Required(entry, texts, ExpiresField, "write the last day, such as 2026-12-31, or never");
        var expiry = SuppressionExpiry.Parse(text);
        if (expiry is null && text.Length > 0)
        {
            Report(texts[ExpiresField].Line, $"{ExpiresField} is '{text}', where a day such as 2026-12-31, a time such as 2026-12-31T18:00Z, or never is expected");
        }

        return expiry;
    }

    // A field that is there but wrong was reported already.
    private void ReportMissing(SuppressionEntry entry, string name, string wayOut)
    {
        if (!entry.Fields!.Any(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            Report(entry.Line, $"it has no {name}; {wayOut}");
        }
    }

    private void Report(int line, string problem) =>
        _problems.Add(new SuppressionProblem(line, FormattableString.Invariant($"Suppression {_path}:{line} is not applied: {problem}.")));
}
