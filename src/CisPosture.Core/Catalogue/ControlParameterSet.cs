using System.Collections;
using System.Globalization;
using CisPosture.Controls;

namespace CisPosture;

/// <summary>
/// The user's control parameters, checked against the catalogue. A key is a parameter's name, which sets it for every selected control
/// that has it, or a control id or pattern whose value is a table of names and values for those controls alone, which wins over the former;
/// an id wins over a pattern.
/// </summary>
public sealed class ControlParameterSet
{
    /// <summary>No parameter set: every control at its defaults.</summary>
    public static readonly ControlParameterSet Empty = new([]);

    private readonly IReadOnlyList<Assignment> _assignments;

    private ControlParameterSet(IReadOnlyList<Assignment> assignments) => _assignments = assignments;

    /// <summary>Reads and checks a table such as PowerShell's @{ PatternMode = 'AtLeast'; '1.3' = @{ MaxCredentialUsageAge = 45 } }.</summary>
    /// <param name="table">The table.</param>
    /// <param name="controls">The controls for which it is meant.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="PostureException">A control id is malformed or not among the controls, a name is unknown to all of them, or a value does not fit.</exception>
    public static ControlParameterSet Read(IDictionary table, IReadOnlyList<CisControl> controls)
    {
        var assignments = new List<Assignment>();
        foreach (DictionaryEntry entry in table)
        {
            var key = KeyText(entry.Key);
            if (entry.Value is IDictionary nested)
            {
                assignments.AddRange(ReadNested(key, nested, controls));
            }
            else
            {
                assignments.Add(ReadPlain(key, entry.Value, controls));
            }
        }

        // A table has no order of its own, so what wins must not depend on it.
        return new ControlParameterSet([.. assignments.OrderBy(assignment => assignment.Precedence).ThenBy(assignment => assignment.Key, StringComparer.Ordinal)]);
    }

    /// <summary>The settings of one control: the defaults of the catalogue under what the user set.</summary>
    /// <param name="control">The control.</param>
    /// <param name="isStrict">Whether to judge with Security Hub's own limited sight.</param>
    /// <returns>The settings.</returns>
    public ControlSettings For(CisControl control, bool isStrict)
    {
        var values = control.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => Convert(parameter, parameter.Default, control),
            StringComparer.OrdinalIgnoreCase);
        foreach (var assignment in _assignments.Where(assignment => assignment.AppliesTo(control)))
        {
            var parameter = Parameter(control, assignment.Name);
            if (parameter is not null)
            {
                values[parameter.Name] = Convert(parameter, assignment.Value, control);
            }
        }

        return new ControlSettings(values, isStrict);
    }

    private static string KeyText(object key) =>
        key is string || key is not IConvertible
            ? key.ToString()!
            : throw new PostureException(
                ErrorId.ControlIdInvalid,
                FormattableString.Invariant($"The key {key} of the control parameters is a number, which cannot tell 1.1 from 1.10. Write control ids in quotes, such as '1.10'."),
                key);

    private static Assignment ReadPlain(string key, object? value, IReadOnlyList<CisControl> controls) =>
        ControlId.TryParse(key, out _) || ControlIdPattern.HasWildcard(key)
            ? throw new PostureException(
                ErrorId.ControlParameterInvalid,
                $"The control parameters set '{key}' to '{value}'; a table is expected, such as @{{ '{key}' = @{{ Name = Value }} }}.",
                value)
            : Check(new Assignment(null, key, key, value), controls);

    private static List<Assignment> ReadNested(string key, IDictionary nested, IReadOnlyList<CisControl> controls)
    {
        var pattern = new ControlIdPattern(ControlId.TryParse(key, out var id) ? id.ToString() : key);
        return controls.Any(control => pattern.Matches(control.Number))
            ? [.. nested.Cast<DictionaryEntry>().Select(entry => Check(new Assignment(pattern, key, KeyText(entry.Key), entry.Value), controls))]
            : throw new PostureException(
                ErrorId.ControlNotFound,
                $"The control parameters name '{key}', which none of the selected controls has for a number.",
                key);
    }

    private static Assignment Check(Assignment assignment, IReadOnlyList<CisControl> controls)
    {
        var takers = controls.Where(control => assignment.AppliesTo(control) && Parameter(control, assignment.Name) is not null).ToList();
        if (takers.Count == 0)
        {
            throw new PostureException(ErrorId.ControlParameterUnknown, Unknown(assignment, controls), assignment.Name);
        }

        foreach (var control in takers)
        {
            Convert(Parameter(control, assignment.Name)!, assignment.Value, control);
        }

        return assignment;
    }

    private static string Unknown(Assignment assignment, IReadOnlyList<CisControl> controls)
    {
        var names = controls
            .Where(assignment.AppliesTo)
            .SelectMany(control => control.Parameters)
            .Select(parameter => parameter.Name)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToList();
        var whose = assignment.Pattern is null ? "No selected control" : $"No selected control of '{assignment.Key}'";
        return $"{whose} has a parameter '{assignment.Name}'. There {(names.Count == 0 ? "is none" : $"are: {string.Join(", ", names)}")}.";
    }

    private static ControlParameter? Parameter(CisControl control, string name) =>
        control.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    private static object Convert(ControlParameter parameter, object? value, CisControl control)
    {
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        return parameter.Type switch
        {
            "Boolean" when bool.TryParse(text, out var flag) => flag,
            "Integer" when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                && number >= parameter.Minimum && number <= parameter.Maximum => number,
            "Choice" when parameter.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) is { } choice => choice,
            "Text" when value is string or not IEnumerable => text,
            _ => throw new PostureException(
                ErrorId.ControlParameterInvalid,
                $"'{text}' does not fit parameter {parameter.Name} of control {control.Id}; {Expected(parameter)} is expected.",
                value),
        };
    }

    private static string Expected(ControlParameter parameter) => parameter.Type switch
    {
        "Boolean" => "$true or $false",
        "Integer" => $"a whole number from {parameter.Minimum} to {parameter.Maximum}",
        "Text" => "one text",
        _ => $"one of {string.Join(", ", parameter.Choices)}",
    };

    private sealed record Assignment(ControlIdPattern? Pattern, string Key, string Name, object? Value)
    {
        public int Precedence => Pattern is null ? 0 : ControlIdPattern.HasWildcard(Key) ? 1 : 2;

        public bool AppliesTo(CisControl control) => Pattern is null || Pattern.Matches(control.Number);
    }
}
