using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Runs by their ids.</summary>
internal static class RepairRuns
{
    public static PostureException NotFound(string id, JournalFolder folder) =>
        new(ErrorId.RepairRunNotFound, $"No journal in {folder.Path} tells of a run '{id}'. Get-CisRepair lists the runs; -JournalPath names another folder.", id);
}
