using CisPosture.Findings;
using Microsoft.Data.Sqlite;

namespace CisPosture.Store;

/// <summary>Reads findings row by row.</summary>
internal sealed class FindingReader : IDisposable
{
    private readonly Dictionary<long, FindingDescription> _descriptions;
    private readonly SqliteCommand _command;
    private readonly SqliteDataReader _rows;

    public FindingReader(StoreConnection connection, FindingQuery query)
    {
        _descriptions = connection
            .List(
                "SELECT description_id, severity, resource_type, title, config_rule, guidance FROM description",
                row => (Id: row.GetInt64(0), Text: new FindingDescription((Severity)row.GetInt32(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5))))
            .ToDictionary(description => description.Id, description => description.Text);
        _command = FindingSelection.Command(connection, query);
        _rows = _command.ExecuteReader();
    }

    /// <summary>The finding of the row that was read.</summary>
    public CisFinding Finding
    {
        get
        {
            var description = DescriptionOf(_rows.GetInt64(7));
            var finding = FindingContent.Read(_rows.GetString(8)) with
            {
                FindingId = _rows.GetString(0),
                ControlId = FormattableString.Invariant($"{_rows.GetInt32(1)}.{_rows.GetInt32(2)}"),
                AccountId = _rows.GetString(3),
                Region = _rows.GetString(4),
                ResourceId = _rows.GetString(5),
                Status = ((FindingStatus)_rows.GetInt32(6)).ToString(),
                Title = description.Title,
                Severity = description.Severity.ToString(),
                ResourceType = description.ResourceType,
                ConfigRule = description.ConfigRule,
                Guidance = description.Guidance,
                ObservedAt = StoreTime.Read(_rows.GetInt64(9)),
                FirstSeen = StoreTime.Read(_rows.GetInt64(10)),
                LastSeen = StoreTime.Read(_rows.GetInt64(11)),
                ChangeKind = ((ChangeKind)_rows.GetInt32(12)).ToString(),
            };
            return finding.ChangeKind == nameof(ChangeKind.Resolved) && finding.Verdict != FindingStatus.Passed ? Resolved(finding) : finding;
        }
    }

    public bool Read() => _rows.Read();

    public void Dispose()
    {
        _rows.Dispose();
        _command.Dispose();
    }

    // The last that was seen of it is that it failed; the scan that did not have it any more says otherwise.
    private static CisFinding Resolved(CisFinding last) => last with
    {
        Status = nameof(FindingStatus.Passed),
        ReasonCode = ReasonCode.Resolved,
        Reason = $"Passes or is gone. Before that, {last.Status}: {last.Reason}",
        RepairCommand = null,
    };

    private FindingDescription DescriptionOf(long id) => _descriptions[id];
}
