using System.Collections;
using System.Globalization;
using CisPosture.Controls;

namespace CisPosture;

/// <summary>
/// The user's control parameters, checked against the catalogue. A key is a parameter's name, which sets it for every selected control
/// that has it, or a control id or pattern whose value is a table of names and values for those controls alone, which wins over the former.
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
    /// <exception cref="PostureException">A name is unknown to all of the controls, or a value does not fit.</exception>
    public static ControlParameterSet Read(IDictionary table, IReadOnlyList<CisControl> controls)
    {
        var assignments = new List<Assignment>();
        foreach (DictionaryEntry entry in table)
        {
            var key = entry.Key.ToString();
            if (entry.Value is IDictionary nested)
            {
                assignments.AddRange(ReadNested(key, nested, controls));
            }
            else
            {
                assignments.Add(Check(new Assignment(null, key, entry.Value), controls));
            }
        }

        return new ControlParameterSet([.. assignments.OrderBy(assignment => assignment.Pattern is null ? 0 : 1)]);
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

    private static IEnumerable<Assignment> ReadNested(string key, IDictionary nested, IReadOnlyList<CisControl> controls)
    {
        var pattern = new ControlIdPattern(key);
        foreach (DictionaryEntry entry in nested)
        {
            yield return Check(new Assignment(pattern, entry.Key.ToString(), entry.Value), controls);
        }
    }

    private static Assignment Check(Assignment assignment, IReadOnlyList<CisControl> controls)
    {
        var takers = controls.Where(control => assignment.AppliesTo(control) && Parameter(control, assignment.Name) is not null).ToList();
        if (takers.Count == 0)
        {
            var names = controls.SelectMany(control => control.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal);
            throw new PostureException(
                ErrorId.ControlParameterUnknown,
                $"No selected control has a parameter '{assignment.Name}'. They have: {string.Join(", ", names)}.",
                assignment.Name);
        }

        foreach (var control in takers)
        {
            Convert(Parameter(control, assignment.Name)!, assignment.Value, control);
        }

        return assignment;
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
            "Text" => text,
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
        _ => $"one of {string.Join(", ", parameter.Choices)}",
    };

    private sealed record Assignment(ControlIdPattern? Pattern, string Name, object? Value)
    {
        public bool AppliesTo(CisControl control) => Pattern is null || Pattern.Matches(control.Number);
    }
}
