using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>Turns missing evidence into the one verdict that it allows: NotAvailable, with what was tried and what would help.</summary>
internal static class GapVerdict
{
    public static Verdict Of(JudgedResource resource, EvidenceGap gap) => new()
    {
        Status = FindingStatus.NotAvailable,
        ReasonCode = gap.ReasonCode,
        Reason = Sentence(gap),
        Resource = resource,
        Facts = Facts(gap),
    };

    public static string Sentence(EvidenceGap gap) => EntrySentence(gap) ?? ReadSentence(gap);

    // The one gap that is not about something in the account but about the way into it.
    private static string? EntrySentence(EvidenceGap gap)
    {
        if (!AccountEntry.IsEntry(gap) || !Arn.TryParse(gap.Resource, out var role))
        {
            return null;
        }

        var cause = gap.ReasonCode switch
        {
            ReasonCode.AccessDenied => $"AWS denied {gap.Operation} on the role {AccountEntry.RoleName(role)}; grant the caller {gap.Operation} on it, and let the role trust the caller and the external id",
            ReasonCode.Throttled => $"AWS throttled {gap.Operation} on the role {AccountEntry.RoleName(role)} through every retry; scan again later",
            ReasonCode.EndpointUnreachable => $"the endpoint for {gap.Operation} on the role {AccountEntry.RoleName(role)} could not be reached",
            _ => $"AWS answered {gap.Operation} on the role {AccountEntry.RoleName(role)} with {gap.ErrorCode ?? "an error"}",
        };
        return $"Account {role.AccountId} could not be entered: {cause}.";
    }

    private static string ReadSentence(EvidenceGap gap)
    {
        var operation = gap.Operation ?? "the evidence";
        var place = gap.Region is null ? string.Empty : $" in {gap.Region}";
        return gap.ReasonCode switch
        {
            ReasonCode.AccessDenied => $"AWS denied {operation}{place}; grant {gap.Permission ?? gap.Operation ?? "the operation"}.",
            ReasonCode.Throttled => $"AWS throttled {operation}{place} through every retry; scan again later.",
            ReasonCode.RegionNotEnabled => $"Region {gap.Region} is not enabled for the account.",
            ReasonCode.EndpointUnreachable => $"The endpoint for {operation}{place} could not be reached.",
            ReasonCode.CredentialReportNotReady => "AWS had not finished the credential report when the wait ended; scan again in a few minutes.",
            ReasonCode.NotCollected => "The evidence was not collected; scan again, or export the snapshot with this control included.",
            _ => $"AWS answered {operation}{place} with {gap.ErrorCode ?? "an error"}.",
        };
    }

    private static Dictionary<string, object?> Facts(EvidenceGap gap)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal);
        Add("Operation", gap.Operation);
        Add("Resource", gap.Resource);
        Add("MissingPermission", gap.ReasonCode == ReasonCode.AccessDenied ? gap.Permission ?? gap.Operation : null);
        Add("ErrorCode", gap.ErrorCode);
        Add("Message", gap.Message);
        return facts;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts[name] = value;
            }
        }
    }
}
