namespace CisPosture.Repairs;

/// <summary>A finding that is to be mended, whatever object it came in as.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="IsSuppressed">Whether somebody has decided to live with it.</param>
internal sealed record RepairSubject(CisFinding Finding, bool IsSuppressed = false)
{
    public string ControlId => Finding.ControlId;

    public string AccountId => Finding.AccountId;

    public string Region => Finding.Region;

    public string ResourceId => Finding.ResourceId;

    public CisControl Control => BenchmarkCatalogue.Current[Finding.ControlId];
}
