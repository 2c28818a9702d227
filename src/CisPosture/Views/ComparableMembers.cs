using System.ComponentModel;
using System.Management.Automation;

namespace CisPosture.Views;

/// <summary>
/// Comparable values in the place of texts: the type extensions lay these over the members of findings and controls, so that
/// PowerShell sorts control ids by number and severities by weight, while files keep the texts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ComparableMembers
{
    /// <summary>The number of a finding's control.</summary>
    /// <param name="instance">The finding.</param>
    /// <returns>The number.</returns>
    public static object FindingControlId(PSObject instance) => ((CisFinding)instance.BaseObject).Control;

    /// <summary>The severity of a finding.</summary>
    /// <param name="instance">The finding.</param>
    /// <returns>The severity.</returns>
    public static object FindingSeverity(PSObject instance) => Parse(((CisFinding)instance.BaseObject).Severity);

    /// <summary>The number of a control.</summary>
    /// <param name="instance">The control.</param>
    /// <returns>The number.</returns>
    public static object ControlNumber(PSObject instance) => ((CisControl)instance.BaseObject).Number;

    /// <summary>The severity of a control.</summary>
    /// <param name="instance">The control.</param>
    /// <returns>The severity.</returns>
    public static object ControlSeverity(PSObject instance) => Parse(((CisControl)instance.BaseObject).Severity);

    /// <summary>The number of the control that a verdict is on.</summary>
    /// <param name="instance">The verdict.</param>
    /// <returns>The number.</returns>
    public static object VerdictControlId(PSObject instance) => ControlId.Parse(((CisControlVerdict)instance.BaseObject).ControlId);

    /// <summary>The severity of the control that a verdict is on.</summary>
    /// <param name="instance">The verdict.</param>
    /// <returns>The severity.</returns>
    public static object VerdictSeverity(PSObject instance) => Parse(((CisControlVerdict)instance.BaseObject).Severity);

    /// <summary>The number of the control that a change is about.</summary>
    /// <param name="instance">The change.</param>
    /// <returns>The number.</returns>
    public static object ChangeControlId(PSObject instance) => ControlId.Parse(((CisFindingChange)instance.BaseObject).ControlId);

    /// <summary>The severity of a finding that changed.</summary>
    /// <param name="instance">The change.</param>
    /// <returns>The severity.</returns>
    public static object ChangeSeverity(PSObject instance) => Parse(((CisFindingChange)instance.BaseObject).Severity);

    private static Severity Parse(string name) => (Severity)Enum.Parse(typeof(Severity), name);
}
