using CisPosture.Accounts;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Writes what a run has to give to the pipeline.</summary>
internal sealed class RepairOutput(CmdletOutput output) : IRepairListener
{
    public void Emit(CisFinding finding) => output.WriteObject(finding);

    public void Fail(PostureException failure) => output.WriteError(ErrorRecords.Of(failure));

    public void Miss(EvidenceGap gap) => output.WriteError(ErrorRecords.Of(gap));
}
