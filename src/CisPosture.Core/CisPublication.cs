namespace CisPosture;

/// <summary>What became of findings in the Security Hub of a Region. Emitted by Publish-CisFinding.</summary>
public sealed record CisPublication
{
    /// <summary>The account's twelve digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>Findings that Security Hub did not have.</summary>
    public int Imported { get; init; }

    /// <summary>Findings of which it had an earlier form.</summary>
    public int Updated { get; init; }

    /// <summary>Findings of which it had this form, or a later one.</summary>
    public int Unchanged { get; init; }

    /// <summary>Findings that were marked as accepted.</summary>
    public int Suppressed { get; init; }

    /// <summary>Findings whose acceptance by this module has ended.</summary>
    public int Unsuppressed { get; init; }

    /// <summary>Findings that pass by now and were marked as resolved.</summary>
    public int Resolved { get; init; }

    /// <summary>Findings that it did not take, or whose workflow it did not change; an error tells of each.</summary>
    public int Failed { get; init; }

    /// <summary>One line with what was done.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{AccountId} {Region}: {Imported} imported, {Updated} updated, {Unchanged} unchanged, {Suppressed} suppressed, {Unsuppressed} unsuppressed, {Resolved} resolved, {Failed} failed");
}
