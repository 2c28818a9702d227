using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>
/// Cuts connections: all to a Region that cannot be reached, and of the others a steady share. In turn the request gets lost before it
/// is carried out, and its answer after it was: a client can tell the two apart only by looking.
/// </summary>
internal sealed class ConnectionFilter(IReadOnlyCollection<string> unreachable, double cutShare, RequestCounts counts) : IRequestFilter
{
    private readonly Lock _gate = new();
    private double _due;
    private int _cut;

    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (!unreachable.Contains(call.Region) && !IsCutDue(call)) return ValueTask.CompletedTask;
        counts.AddCut();
        if (!call.IsAnswerCut) throw new ConnectionCutException();
        return ValueTask.CompletedTask;
    }

    private bool IsCutDue(ApiCall call)
    {
        lock (_gate)
        {
            _due += cutShare;

            // A hair's breadth, because ten tenths do not quite make one.
            if (_due < 1 - 1e-9) return false;
            _due -= 1;
            call.IsAnswerCut = ++_cut % 2 == 0;
            return true;
        }
    }
}
