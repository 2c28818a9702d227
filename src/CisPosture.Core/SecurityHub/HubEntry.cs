namespace CisPosture.SecurityHub;

/// <summary>A finding on its way into the hub, beside what the hub has of it.</summary>
internal sealed class HubEntry
{
    private readonly AsffFinding? _existing;

    /// <summary>Writes the finding in the hub's format.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="existing">What the hub has of it; null for nothing.</param>
    public HubEntry(CisFinding finding, AsffFinding? existing)
    {
        _existing = existing;
        Finding = finding;
        Document = AsffImport.Of(finding, existing);
    }

    /// <summary>The finding.</summary>
    public CisFinding Finding { get; }

    /// <summary>The finding in the hub's format.</summary>
    public AsffFinding Document { get; }

    /// <summary>Whether the hub has nothing of it.</summary>
    public bool IsNew => _existing is null;

    /// <summary>Whether there is anything to import: what is not later than what the hub has, it would ignore.</summary>
    public bool IsToBeImported => Age < 0;

    // What the hub has against the finding: earlier, the same, or later.
    private int Age => _existing is null ? -1 : Comparer<DateTimeOffset?>.Default.Compare(AsffTime.Read(_existing.UpdatedAt), AsffTime.Read(Document.UpdatedAt));

    private bool IsPassed => Finding.Verdict == FindingStatus.Passed;

    /// <summary>What is to be said of the finding once it is in; null for nothing. What a person has set or written is left as it is.</summary>
    /// <param name="options">By what time suppressions end, and whether they are lifted before.</param>
    public HubUpdate? Update(PublishOptions options)
    {
        // Whoever is behind does not know what has been decided since.
        if (Age > 0)
        {
            return null;
        }

        return Finding.Suppression is { } suppression ? Suppress(HubNote.Of(suppression)) : Settle(options);
    }

    /// <summary>True where the suppression cannot be told without writing over a person's note.</summary>
    public bool IsAnnotatedByOthers => Finding.Suppression is not null && WorkflowStatus() == AsffStatus.New && _existing?.Note is { UpdatedBy: not HubNote.Writer };

    private HubUpdate? Suppress(HubNote note)
    {
        var text = note.Text;
        var isTold = _existing?.Note?.Text == text;
        return WorkflowStatus() switch
        {
            // With our note still on it, somebody has taken the suppression back.
            AsffStatus.New when !isTold && !IsAnnotatedByOthers => new HubUpdate(AsffStatus.Suppressed, text),
            AsffStatus.Suppressed when !isTold && HubNote.Read(_existing?.Note) is not null => new HubUpdate(AsffStatus.Suppressed, text),
            _ => null,
        };
    }

    private HubUpdate? Settle(PublishOptions options)
    {
        var status = WorkflowStatus();
        if (status == AsffStatus.Suppressed && HubNote.Read(_existing?.Note) is { } own)
        {
            var isEnded = IsPassed || options.LiftsSuppressions || own.IsOver(options.Now);
            return isEnded ? new HubUpdate(IsPassed ? AsffStatus.Resolved : AsffStatus.New, HubNote.Lifted) : null;
        }

        return status == AsffStatus.New && IsPassed ? new HubUpdate(AsffStatus.Resolved, Note: null) : null;
    }

    /// <summary>The workflow status once the finding is in: the hub has people look again at what is back.</summary>
    private string WorkflowStatus()
    {
        if (_existing is null)
        {
            return Document.Workflow?.Status ?? AsffStatus.New;
        }

        var status = _existing.Workflow?.Status ?? AsffStatus.New;
        return IsToBeImported && IsBack && status is AsffStatus.Notified or AsffStatus.Resolved ? AsffStatus.New : status;
    }

    private bool IsBack =>
        (_existing?.RecordState == AsffStatus.Archived && Document.RecordState == AsffStatus.Active)
        || (AsffStatus.Read(_existing?.Compliance?.Status) == FindingStatus.Passed && !IsPassed);
}
