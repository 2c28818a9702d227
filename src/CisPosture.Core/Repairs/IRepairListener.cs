using CisPosture.Accounts;

namespace CisPosture.Repairs;

/// <summary>Who hears what a run has to give: findings for the pipeline, and what went wrong. May be called from any thread.</summary>
internal interface IRepairListener
{
    /// <summary>Takes a finding, judged after the repair or as it came in, with what the repair has done about it.</summary>
    void Emit(CisFinding finding);

    /// <summary>Hears that a finding is not mended as asked. The run goes on with the others.</summary>
    /// <param name="failure">Why, with a documented id.</param>
    void Fail(PostureException failure);

    /// <summary>Hears that evidence could not be read when findings were judged again.</summary>
    void Miss(EvidenceGap gap);
}
