using CisPosture.Findings;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>A finding of the store that a scan has not.</summary>
internal sealed record AbsentFinding(long FindingKey, FindingState State, string Region, string ResourceType, string Content)
{
    public static AbsentFinding Read(SqliteDataReader row) =>
        new(row.GetInt64(0), (FindingState)row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4));

    /// <summary>True where the scan would have it, were it still true.</summary>
    public bool IsCovered(ControlCoverage coverage) =>
        coverage.Covers(Region, ResourceType, () => ControlCoverage.RegionsReadFor(FindingContent.Read(Content)));
}
