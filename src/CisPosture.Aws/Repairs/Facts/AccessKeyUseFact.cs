using System.Globalization;
using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Facts;

/// <summary>When an access key was last used.</summary>
internal sealed class AccessKeyUseFact : Fact
{
    public const string Name = "AccessKeyUse";

    private const string AccessKeyId = nameof(AccessKeyId);
    private const string LastUsed = nameof(LastUsed);

    public override string Kind => Name;

    /// <summary>That a key was last used then, or never.</summary>
    public static RepairPremise Premise(RepairPlace place, string userArn, string accessKeyId, DateTimeOffset? lastUsed) => new(
        new RepairTarget(Name, place.HomeRegion, userArn, RepairState.Of((AccessKeyId, accessKeyId))), State(lastUsed), $"Access key {accessKeyId} stays: it was used again after the repair was planned");

    /// <summary>A use as a state.</summary>
    public static RepairState State(DateTimeOffset? lastUsed) => RepairState.Of((LastUsed, lastUsed?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var use = await context.Calls.CallAsync(
            Operations.GetAccessKeyLastUsed,
            target.Region,
            cancellation => context.Clients.IdentityManagement(target.Region).GetAccessKeyLastUsedAsync(
                new GetAccessKeyLastUsedRequest { AccessKeyId = target.Key!.Text(AccessKeyId) }, cancellation)).ConfigureAwait(false);
        return new SettingReading(State(use.AccessKeyLastUsed?.LastUsedDate.AsUtc()));
    }
}
