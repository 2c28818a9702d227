using System.Collections.Concurrent;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>A user who answers as the test says, and hears everything.</summary>
internal sealed class RecordingConversation : IRepairConversation
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<string> _warnings = new();

    public bool IsWhatIf { get; init; }

    /// <summary>Whether a step may be taken.</summary>
    public Func<string, bool> Answer { get; set; } = _ => true;

    /// <summary>The answer to questions beyond steps.</summary>
    public bool Continues { get; set; } = true;

    public IReadOnlyList<string> Asked => [.. _asked];

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public Task<bool> MayAsync(string target, string action, CancellationToken cancellationToken)
    {
        _asked.Enqueue($"{action} on {target}");
        return Task.FromResult(Answer(action) && !IsWhatIf);
    }

    public Task<bool> ContinuesAsync(string caption, string question, CancellationToken cancellationToken)
    {
        _asked.Enqueue(question);
        return Task.FromResult(Continues);
    }

    public void Warn(string message) => _warnings.Enqueue(message);
}
