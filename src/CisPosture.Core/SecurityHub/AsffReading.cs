using System.Collections.ObjectModel;
using CisPosture.Controls;

namespace CisPosture.SecurityHub;

/// <summary>Reads findings of the CIS standard out of Security Hub's format: its own and those that this module has published.</summary>
/// <param name="homeRegion">The home Region of the partition's IAM, which findings about the account as a whole carry.</param>
internal sealed class AsffReading(string homeRegion)
{
    private const string Source = "Security Hub";
    private const string BucketService = "s3";

    /// <summary>The findings that one of the hub comes to: one for each control that its check serves and each resource.</summary>
    /// <param name="finding">A finding of the hub.</param>
    /// <returns>None where the benchmark does not have the control, or the finding has no verdict.</returns>
    public IEnumerable<CisFinding> Read(AsffFinding finding)
    {
        if (AsffStatus.Read(finding.Compliance?.Status) is not { } status)
        {
            return [];
        }

        return CisStandard.ControlsOf(finding.GeneratorId, finding.Compliance?.SecurityControlId)
            .SelectMany(_ => finding.Resources, (control, resource) => Read(finding, control, resource, status));
    }

    private CisFinding Read(AsffFinding finding, CisControl control, AsffResource resource, FindingStatus status)
    {
        var region = RegionOf(finding, control, resource);
        var observed = AsffTime.Read(finding.LastObservedAt) ?? AsffTime.Read(finding.UpdatedAt) ?? default;
        var reason = finding.Compliance?.StatusReasons is { Count: > 0 } reasons ? reasons[0] : null;
        return new CisFinding
        {
            FindingId = FindingIdentity.Of(control.Id, finding.AwsAccountId, region, resource.Id),
            ControlId = control.Id,
            Title = control.Title,
            Severity = control.Severity,
            Status = status.ToString(),
            ReasonCode = reason is null ? Unstated(status) : AsffReason.Read(reason.ReasonCode),
            Reason = reason?.Description ?? finding.Description,
            AccountId = finding.AwsAccountId,
            Region = region,
            ResourceType = resource.Type,
            ResourceId = resource.Id,
            ConfigRule = control.ConfigRule,
            Evidence = Facts(resource),
            Notes = Notes(finding),
            RepairCommand = status == FindingStatus.Failed ? control.RepairCommand : null,
            Guidance = control.Guidance,
            ObservedAt = observed,
            Suppression = Suppression(finding),
            FirstSeen = AsffTime.Read(finding.FirstObservedAt) ?? AsffTime.Read(finding.CreatedAt),
            LastSeen = observed,
        };
    }

    // Security Hub judges what belongs to the whole account in every Region; here it is one finding in the home Region, as Test-CisControl has it.
    private string RegionOf(AsffFinding finding, CisControl control, AsffResource resource)
    {
        var own = resource.Region ?? finding.Region ?? homeRegion;
        if (control.Scope == "Region")
        {
            return own;
        }

        return Arn.TryParse(resource.Id, out var arn) ? RegionOf(arn, own) : homeRegion;
    }

    // A bucket has a Region that its ARN does not name; a user and a policy have none.
    private string RegionOf(Arn arn, string own) => arn.Region.Length > 0 ? arn.Region : arn.Service == BucketService ? own : homeRegion;

    private static string Unstated(FindingStatus status) => status switch
    {
        FindingStatus.Passed => ReasonCode.Compliant,
        FindingStatus.Failed => ReasonCode.NonCompliant,
        _ => ReasonCode.NotStated,
    };

    private static ReadOnlyDictionary<string, object?> Facts(AsffResource resource) => new(
        (resource.Details?.Other ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(fact => fact.Key, fact => (object?)fact.Value, StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Notes(AsffFinding finding) =>
        finding.ProductFields is { } fields && fields.TryGetValue(AsffImport.NotesField, out var notes) ? notes.Split('\n') : [];

    private static CisSuppression? Suppression(AsffFinding finding)
    {
        if (finding.Workflow?.Status != AsffStatus.Suppressed)
        {
            return null;
        }

        var own = HubNote.Read(finding.Note);
        return new CisSuppression
        {
            Reason = own?.Reason ?? finding.Note?.Text ?? "Suppressed in Security Hub.",
            Owner = own is null ? finding.Note?.UpdatedBy : own.Owner,
            Expires = own?.Expires ?? CisSuppression.Never,
            Path = Source,
            Line = 0,
        };
    }
}
