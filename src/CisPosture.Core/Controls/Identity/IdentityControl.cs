using CisPosture.Accounts;

namespace CisPosture.Controls.Identity;

/// <summary>A control on IAM, which is judged once an account, from the home Region of the partition's IAM.</summary>
internal abstract class IdentityControl : Control
{
    protected IdentityControl(CisControl definition)
        : base(definition)
    {
    }

    /// <summary>Whether a Region that Security Hub does not support still gets a verdict, which only strict mode then withholds.</summary>
    protected virtual bool JudgesUnsupportedRegions => true;

    public sealed override IEnumerable<Verdict> Judge(AccountEvidence evidence, ControlSettings settings)
    {
        if (!Definition.UnsupportedRegions.Contains(evidence.HomeRegion, StringComparer.Ordinal))
        {
            return JudgeAccount(evidence, settings);
        }

        return JudgesUnsupportedRegions
            ? JudgeAccount(evidence, settings).Select(verdict => verdict with
            {
                Notes = [.. verdict.Notes, NotSupported(evidence)],
                Strict = NotAvailable(verdict.Resource, NotSupported(evidence), ReasonCode.ControlNotSupportedInRegion),
            })
            : [NotAvailable(JudgedResource.Account(evidence), NotSupported(evidence), ReasonCode.ControlNotSupportedInRegion)];
    }

    protected abstract IEnumerable<Verdict> JudgeAccount(AccountEvidence evidence, ControlSettings settings);

    protected static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    protected static IReadOnlyDictionary<string, object?> Facts(params (string Name, object? Value)[] facts) =>
        facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal);

    private string NotSupported(AccountEvidence evidence) => $"Security Hub does not support control {Definition.Id} in {evidence.HomeRegion}.";
}
