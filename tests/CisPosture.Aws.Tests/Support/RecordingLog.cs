using System.Collections.Concurrent;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Support;

internal sealed class RecordingLog : ICollectionLog
{
    private readonly ConcurrentQueue<string> _verbose = new();
    private readonly ConcurrentQueue<string> _debug = new();

    public IReadOnlyCollection<string> VerboseLines => _verbose;

    public IReadOnlyCollection<string> DebugLines => _debug;

    public string All => string.Join('\n', _verbose.Concat(_debug));

    public void Verbose(string message) => _verbose.Enqueue(message);

    public void Debug(string message) => _debug.Enqueue(message);
}
