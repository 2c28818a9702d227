using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>A control that is judged in every Region of the scan on its own.</summary>
internal abstract class RegionControl : Control
{
    protected RegionControl(CisControl definition)
        : base(definition)
    {
    }

    public sealed override IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings)
    {
        if (evidence.Regions.Count == 0)
        {
            return [Unknown(JudgedResource.Account(evidence), evidence.EnabledRegions.Gap ?? Evidence<IReadOnlyList<string>>.NotCollected.Gap!)];
        }

        return evidence.Regions.SelectMany(region => JudgeRegion(evidence, region, settings));
    }

    /// <summary>Judges one Region; answers at least one verdict.</summary>
    protected abstract IEnumerable<Verdict> JudgeRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings);
}
