using System.Globalization;

namespace CisPosture.Repairs;

/// <summary>
/// Writes down each call before it is made and what came of it, in lines that are on the disk before the run goes on. The file is made when
/// the first call is about to be made, so that a run that changes nothing leaves nothing.
/// </summary>
internal sealed class RepairJournal : IDisposable
{
    private readonly object _gate = new();
    private readonly JournalFolder _folder;
    private readonly Func<DateTimeOffset> _now;
    private readonly string _command;
    private FileStream? _file;
    private int _steps;

    /// <summary>Makes a journal that is not written yet.</summary>
    /// <param name="folder">Where it is to be.</param>
    /// <param name="command">The cmdlet that runs.</param>
    /// <param name="now">The clock.</param>
    public RepairJournal(JournalFolder folder, string command, Func<DateTimeOffset> now) => (_folder, _command, _now) = (folder, command, now);

    /// <summary>The run's id; null as long as nothing was written.</summary>
    public string? Id { get; private set; }

    /// <summary>The account that is written about and whoever changes it; must be set before the first call.</summary>
    public (string AccountId, string CallerArn) Subject { get; set; }

    /// <summary>The runs whose journals lie in the same folder.</summary>
    /// <param name="onDamage">Gets the failure of each file that cannot be read.</param>
    public IReadOnlyList<JournaledRun> ReadEarlier(Action<PostureException> onDamage) =>
        Directory.Exists(_folder.Path) ? JournalReader.ReadAll(_folder, onDamage) : [];

    /// <summary>Writes down a call that is about to be made.</summary>
    /// <returns>The step's number in this journal.</returns>
    /// <exception cref="PostureException">It cannot be written, so the call must not be made.</exception>
    public int WriteIntent(JournalIntent intent)
    {
        lock (_gate)
        {
            var number = _steps + 1;
            var step = intent.Step;
            Write(new JournalLine
            {
                Type = JournalLine.Intent,
                Time = _now(),
                Step = number,
                Plan = intent.Plan,
                BuiltOn = intent.BuiltOn.Count > 0 ? [.. intent.BuiltOn.OrderBy(plan => plan)] : null,
                Controls = intent.Controls,
                Findings = intent.Findings,
                Kind = step.Target.Kind,
                Region = step.Target.Region,
                ResourceId = step.Target.ResourceId,
                Key = step.Target.Key,
                Description = step.Description,
                Operation = step.Call.Operation,
                Parameters = step.Call.Parameters,
                Before = step.Before,
                After = step.After,
                NotUndoable = step.NotUndoable,
                UndoOf = intent.UndoOf,
            });
            return _steps = number;
        }
    }

    /// <summary>Writes down what came of a call.</summary>
    public void WriteOutcome(int step, StepOutcome outcome, string? message = null)
    {
        lock (_gate)
        {
            Write(new JournalLine { Type = JournalLine.Outcome, Time = _now(), Step = step, Result = outcome, Message = message });
        }
    }

    /// <summary>Writes down that a step of an earlier run is not in effect, so that there is nothing to undo.</summary>
    public void WriteSettled(JournalReference step)
    {
        lock (_gate)
        {
            Write(new JournalLine { Type = JournalLine.Settled, Time = _now(), UndoOf = step });
        }
    }

    /// <summary>Writes down that the run ended in order, whatever came of its steps.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            if (_file is not null)
            {
                Write(new JournalLine { Type = JournalLine.End, Time = _now() });
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Write(JournalLine line)
    {
        try
        {
            _file ??= Create();
            Append(_file, line);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new PostureException(
                ErrorId.JournalNotWritten,
                $"The journal of repairs in {_folder.Path} cannot be written: {cause.Message} Nothing is changed without it; name another folder with -JournalPath.",
                _folder.Path,
                cause);
        }
    }

    private FileStream Create()
    {
        Directory.CreateDirectory(_folder.Path);
        var id = NewId();
        var file = new FileStream(_folder.FileOf(id), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        Id = id;
        Append(file, new JournalLine
        {
            Type = JournalLine.Run,
            Time = _now(),
            Schema = JournalLine.CurrentSchema,
            Command = _command,
            AccountId = Subject.AccountId,
            CallerArn = Subject.CallerArn,
        });
        return file;
    }

    // Sorted by name, files are sorted by time to the second; the rest keeps those apart that begin in the same one.
    private string NewId() =>
        _now().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N").Substring(0, 8);

    // One write a line, so that a line is there whole, torn at the end of the file, or not at all.
    private static void Append(FileStream file, JournalLine line)
    {
        var bytes = JournalFormat.Write(line);
        Array.Resize(ref bytes, bytes.Length + 1);
        bytes[bytes.Length - 1] = (byte)'\n';
        file.Write(bytes, 0, bytes.Length);
        file.Flush(flushToDisk: true);
    }
}
