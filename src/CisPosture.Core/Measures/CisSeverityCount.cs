namespace CisPosture;

/// <summary>How the controls and findings of one severity came out.</summary>
public sealed class CisSeverityCount
{
    /// <summary>Critical, High, Medium or Low.</summary>
    public required string Severity { get; init; }

    /// <summary>How many controls passed.</summary>
    public required int PassedControls { get; init; }

    /// <summary>How many controls failed.</summary>
    public required int FailedControls { get; init; }

    /// <summary>How many controls could not be decided.</summary>
    public required int UnknownControls { get; init; }

    /// <summary>How many findings of these controls failed.</summary>
    public required int FailedFindings { get; init; }

    /// <summary>One line: severity and counts of controls.</summary>
    public override string ToString() => $"{Severity}: {PassedControls} passed, {FailedControls} failed, {UnknownControls} unknown";
}
