using System.Text;
using System.Text.Json;

namespace CisPosture.Repairs;

/// <summary>Reads journals back. A last line that was torn when its process died is no error: it tells of nothing that was done.</summary>
internal static class JournalReader
{
    /// <summary>Reads every run of a folder, the latest first.</summary>
    /// <param name="folder">The folder; one that does not exist holds no run where it is the usual one.</param>
    /// <param name="onDamage">Gets the failure of each file that cannot be read; the others still are.</param>
    /// <exception cref="PostureException">A folder that the user named does not exist.</exception>
    public static IReadOnlyList<JournaledRun> ReadAll(JournalFolder folder, Action<PostureException> onDamage)
    {
        if (!Directory.Exists(folder.Path))
        {
            return folder.IsUsual
                ? []
                : throw new PostureException(ErrorId.JournalNotFound, $"There is no folder {folder.Path} to read journals of repairs from.", folder.Path);
        }

        var runs = new List<JournaledRun>();
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*" + JournalFolder.Extension).OrderBy(path => path, StringComparer.Ordinal))
        {
            try
            {
                if (Read(path) is { } run)
                {
                    runs.Add(run);
                }
            }
            catch (PostureException damage)
            {
                onDamage(damage);
            }
        }

        return MarkUndone(runs);
    }

    // Null where the process died before it had written of anything.
    private static JournaledRun? Read(string path)
    {
        var lines = ReadLines(path);
        if (lines.Count == 0)
        {
            return null;
        }

        var header = lines[0];
        if (header is not { Type: JournalLine.Run, Schema: JournalLine.CurrentSchema })
        {
            throw Damaged(path, 1, header.Schema > JournalLine.CurrentSchema ? $"its schema {header.Schema} is of a later version of the module" : "it does not begin with a run");
        }

        if (lines.Count == 1)
        {
            return null;
        }

        var steps = StepsOf(path, lines);
        var end = lines.LastOrDefault(line => line.Type == JournalLine.End);
        return new JournaledRun
        {
            Id = Path.GetFileNameWithoutExtension(path),
            Folder = Path.GetDirectoryName(path)!,
            Command = header.Command ?? string.Empty,
            AccountId = header.AccountId ?? string.Empty,
            CallerArn = header.CallerArn ?? string.Empty,
            StartedAt = header.Time,
            EndedAt = end?.Time,
            IsRunning = end is null && IsHeld(path),
            Steps = steps,
            Settled = [.. lines.Where(line => line.Type == JournalLine.Settled).Select(line => line.UndoOf).OfType<JournalReference>()],
        };
    }

    private static List<JournaledStep> StepsOf(string path, List<JournalLine> lines)
    {
        var steps = new List<JournaledStep>();
        for (var index = 1; index < lines.Count; index++)
        {
            var line = lines[index];
            switch (line.Type)
            {
                case JournalLine.Intent:
                    steps.Add(StepOf(path, index, line));
                    break;
                case JournalLine.Outcome:
                    var at = steps.FindIndex(step => step.Number == line.Step);
                    steps[at >= 0 ? at : throw Damaged(path, index + 1, $"it tells the outcome of step {line.Step}, of which no earlier line tells")] =
                        steps[at] with { Outcome = line.Result ?? StepOutcome.Interrupted, Message = line.Message };
                    break;
                case JournalLine.Settled or JournalLine.End:
                    break;
                default:
                    throw Damaged(path, index + 1, $"'{line.Type}' is no kind of line");
            }
        }

        return steps;
    }

    private static JournaledStep StepOf(string path, int index, JournalLine line) =>
        line is { Step: { } number, Plan: { } plan, Kind: { } kind, Region: { } region, ResourceId: { } resource, Operation: { } operation }
            ? new JournaledStep
            {
                Number = number,
                Plan = plan,
                BuiltOn = line.BuiltOn ?? [],
                Controls = line.Controls ?? [],
                Findings = line.Findings ?? [],
                Time = line.Time,
                Message = line.Message,
                UndoOf = line.UndoOf,
                Step = new RepairStep
                {
                    Target = new RepairTarget(kind, region, resource, line.Key),
                    Description = line.Description ?? operation,
                    Call = new RepairCall(operation, line.Parameters ?? RepairState.Empty),
                    Before = line.Before,
                    After = line.After,
                    NotUndoable = line.NotUndoable,
                },
            }
            : throw Damaged(path, index + 1, "it lacks what a step must have");

    private static List<JournalLine> ReadLines(string path)
    {
        var text = ReadText(path);
        var lines = text.Split('\n');
        var read = new List<JournalLine>();

        // What follows the last line break was torn off when the process died.
        for (var index = 0; index < lines.Length - 1; index++)
        {
            try
            {
                read.Add(JournalFormat.Read(lines[index]));
            }
            catch (JsonException cause)
            {
                throw Damaged(path, index + 1, $"it is no line of a journal ({cause.Message})");
            }
        }

        return read;
    }

    private static string ReadText(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new PostureException(ErrorId.JournalInvalid, $"The journal {path} cannot be read: {cause.Message}", path, cause);
        }
    }

    // Whoever writes a journal keeps it open until the end; the system closes it for a process that died.
    private static bool IsHeld(string path)
    {
        try
        {
            using var alone = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static IReadOnlyList<JournaledRun> MarkUndone(List<JournaledRun> runs)
    {
        var latestFirst = runs.OrderByDescending(run => run.StartedAt).ToList();
        var undone = new HashSet<JournalReference>(runs.SelectMany(run => run.Settled));
        foreach (var run in latestFirst)
        {
            // An undo that was itself undone later has put nothing back.
            undone.UnionWith(run.Steps.Where(step => step is { UndoOf: not null, Outcome: StepOutcome.Done } && !IsUndone(run, step)).Select(step => step.UndoOf!));
        }

        return [.. latestFirst.Select(run => run with { Steps = [.. run.Steps.Select(step => IsUndone(run, step) ? step with { Outcome = StepOutcome.Undone } : step)] })];

        bool IsUndone(JournaledRun run, JournaledStep step) => undone.Contains(new JournalReference(run.Id, step.Number));
    }

    private static PostureException Damaged(string path, int line, string what) =>
        new(ErrorId.JournalInvalid, $"Line {line} of the journal {path} is damaged: {what}. The runs in other files are not touched by that.", path);
}
