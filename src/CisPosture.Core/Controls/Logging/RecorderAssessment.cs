using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>What a Config recorder lacks.</summary>
internal sealed class RecorderAssessment
{
    private const string AllTypes = "ALL_SUPPORTED_RESOURCE_TYPES";

    private readonly ConfigRecorder _recorder;

    public RecorderAssessment(ConfigRecorder recorder, bool mustRecordGlobals)
    {
        _recorder = recorder;
        Shortcomings = [.. FindShortcomings(mustRecordGlobals)];
    }

    /// <summary>To follow "AWS Config in a Region": "is stopped".</summary>
    public IReadOnlyList<string> Shortcomings { get; }

    /// <summary>Of these, what no other setting of the recorder would mend: that its last run went wrong.</summary>
    public IReadOnlyList<string> Failures => Status is null or "PENDING" or "SUCCESS" or "NOTAPPLICABLE" ? []
        : [string.IsNullOrEmpty(_recorder.LastErrorCode) ? "failed to record" : $"failed to record ({_recorder.LastErrorCode})"];

    /// <summary>True where the recorder is on and AWS has not yet told how its first run went.</summary>
    public bool IsPending => _recorder.IsRecording && Status is null or "PENDING";

    public IReadOnlyList<string> Notes => RecordsAllTypes || string.IsNullOrEmpty(_recorder.RecordingStrategy)
        ? []
        : [$"Its recording strategy is {_recorder.RecordingStrategy}; only {AllTypes} records everything."];

    public IReadOnlyDictionary<string, object?> Facts => Logging.Facts.Of(
        ("Recorder", _recorder.Name),
        ("AllSupported", _recorder.AllSupported),
        ("IncludeGlobalResourceTypes", _recorder.IncludeGlobalResourceTypes),
        ("RecordingStrategy", _recorder.RecordingStrategy),
        ("IsRecording", _recorder.IsRecording),
        ("LastStatus", _recorder.LastStatus),
        ("LastErrorCode", _recorder.LastErrorCode));

    private bool RecordsAllTypes => _recorder.AllSupported
        && (string.IsNullOrEmpty(_recorder.RecordingStrategy) || _recorder.RecordingStrategy == AllTypes);

    // The API has spelt the same status SUCCESS, Success and Not_Applicable over the years.
    private string? Status => string.IsNullOrEmpty(_recorder.LastStatus) ? null : _recorder.LastStatus!.Replace("_", string.Empty).ToUpperInvariant();

    private IEnumerable<string> FindShortcomings(bool mustRecordGlobals)
    {
        if (!_recorder.IsRecording)
        {
            yield return "is stopped";
        }

        if (!RecordsAllTypes)
        {
            yield return "does not record all resource types";
        }
        else if (mustRecordGlobals && !_recorder.IncludeGlobalResourceTypes)
        {
            yield return "does not record global resource types";
        }

        foreach (var failure in Failures)
        {
            yield return failure;
        }
    }
}
