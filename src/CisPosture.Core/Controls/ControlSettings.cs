namespace CisPosture.Controls;

/// <summary>
/// The settings under which one control judges: the control parameters of the catalogue, the user's over the defaults. Names and values
/// were checked against the catalogue when the settings were made.
/// </summary>
public sealed class ControlSettings
{
    private readonly IReadOnlyDictionary<string, object> _values;

    internal ControlSettings(IReadOnlyDictionary<string, object> values, bool isStrict)
    {
        _values = values;
        IsStrict = isStrict;
    }

    /// <summary>True where the control is to judge with Security Hub's own limited sight.</summary>
    public bool IsStrict { get; }

    /// <summary>A switch.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>Its value.</returns>
    public bool IsOn(string name) => (bool)_values[name];

    /// <summary>A number.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>Its value.</returns>
    public int Number(string name) => (int)_values[name];

    /// <summary>A text; empty where nothing is set.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>Its value.</returns>
    public string Text(string name) => (string)_values[name];
}
