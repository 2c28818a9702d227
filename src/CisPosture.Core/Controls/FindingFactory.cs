using System.Collections.ObjectModel;
using CisPosture.Accounts;

namespace CisPosture.Controls;

/// <summary>Makes the public finding of a control's verdict.</summary>
internal static class FindingFactory
{
    public static CisFinding Create(CisControl control, AccountEvidence evidence, Verdict verdict) => new()
    {
        FindingId = FindingIdentity.Of(control.Id, evidence.AccountId, verdict.Resource.Region, verdict.Resource.Id),
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
}
