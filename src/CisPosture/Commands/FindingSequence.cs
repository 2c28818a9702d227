using System.Diagnostics.CodeAnalysis;

namespace CisPosture.Commands;

/// <summary>
/// Puts findings into the fixed order of control, then account, whichever account is judged first. Findings wait here for their turn; they
/// are small, and the evidence that they were judged from need not wait with them.
/// </summary>
/// <param name="controls">How many controls are judged.</param>
/// <param name="accounts">How many accounts.</param>
/// <param name="write">Takes findings in their order, one thread at a time; null where nobody wants them.</param>
internal sealed class FindingSequence(int controls, int accounts, Action<CisFinding>? write)
{
    private readonly object _lock = new();
    private readonly IReadOnlyList<CisFinding>?[] _waiting = new IReadOnlyList<CisFinding>?[controls * accounts];
    private int _next;

    /// <summary>Whether all findings so far have passed or are accepted.</summary>
    public bool AllPassed { get; private set; } = true;

    /// <summary>Takes the findings of one control in one account, and passes on all whose turn it now is.</summary>
    /// <param name="control">The control's place in the order.</param>
    /// <param name="account">The account's place in the order.</param>
    /// <param name="findings">The findings, in order.</param>
    public void Add(int control, int account, IReadOnlyList<CisFinding> findings)
    {
        lock (_lock)
        {
            AllPassed &= findings.All(finding => finding.Verdict == FindingStatus.Passed || finding.Suppression is not null);
            if (write is null)
            {
                return;
            }

            _waiting[(control * accounts) + account] = findings;
            while (TryTakeNext(out var next))
            {
                foreach (var finding in next)
                {
                    write(finding);
                }
            }
        }
    }

    private bool TryTakeNext([NotNullWhen(true)] out IReadOnlyList<CisFinding>? findings)
    {
        findings = _next < _waiting.Length ? _waiting[_next] : null;
        if (findings is null)
        {
            return false;
        }

        _waiting[_next++] = null;
        return true;
    }
}
