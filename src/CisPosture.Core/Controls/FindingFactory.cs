using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text;
using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>Makes the public finding of a control's verdict.</summary>
internal static class FindingFactory
{
    public static CisFinding Create(CisControl control, AccountEvidence evidence, Verdict verdict) => new()
    {
        FindingId = IdentityOf(control, evidence, verdict),
        ControlId = control.Id,
        Title = control.Title,
        Severity = control.Severity,
        Status = verdict.Status.ToString(),
        ReasonCode = verdict.ReasonCode,
        Reason = verdict.Reason,
        AccountId = evidence.AccountId,
        Region = verdict.Resource.Region,
        ResourceType = verdict.Resource.Type,
        ResourceId = verdict.Resource.Id,
        ConfigRule = control.ConfigRule,
        Evidence = new ReadOnlyDictionary<string, object?>(verdict.Facts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.OrdinalIgnoreCase)),
        Notes = verdict.Notes,
        RepairCommand = verdict.Status == FindingStatus.Failed ? control.RepairCommand : null,
        Guidance = control.Guidance,
        ObservedAt = evidence.ObservedAt,
    };

    // Not a security measure: a short name that stays the same as long as the subject does.
    private static string IdentityOf(CisControl control, AccountEvidence evidence, Verdict verdict)
    {
        var subject = string.Join("\n", control.Id, evidence.AccountId, verdict.Resource.Region, verdict.Resource.Id);
        using var hash = SHA256.Create();
        var digest = hash.ComputeHash(Encoding.UTF8.GetBytes(subject));
        return $"cis-1.2.0/{control.Id}/{BitConverter.ToString(digest, 0, 12).Replace("-", string.Empty).ToLowerInvariant()}";
    }
}
