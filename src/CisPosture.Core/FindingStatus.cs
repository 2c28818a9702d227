namespace CisPosture;

/// <summary>The verdict of a finding. Only evidence that was read leads to <see cref="Passed"/> or <see cref="Failed"/>.</summary>
public enum FindingStatus
{
    /// <summary>Evidence was read and complies.</summary>
    Passed,

    /// <summary>Evidence was read and does not comply.</summary>
    Failed,

    /// <summary>The check ran, but something it needs lies in another account or Region or cannot be read there.</summary>
    Warning,

    /// <summary>The control cannot apply here, or its evidence could not be read.</summary>
    NotAvailable,
}
