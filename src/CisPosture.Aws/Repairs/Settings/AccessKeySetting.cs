using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether an access key can be used. Keys are turned off and on, never made or deleted.</summary>
internal sealed class AccessKeySetting : Setting
{
    public const string Name = "AccessKey";

    private const string Status = nameof(Status);
    private const string UserName = nameof(UserName);
    private const string AccessKeyId = nameof(AccessKeyId);

    /// <summary>It can be used.</summary>
    public static readonly RepairState Active = RepairState.Of((Status, nameof(Active)));

    /// <summary>It cannot be used.</summary>
    public static readonly RepairState Inactive = RepairState.Of((Status, nameof(Inactive)));

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string userArn, string accessKeyId) =>
        new(Name, place.HomeRegion, userArn, RepairState.Of((UserName, IamName.Of(userArn)), (AccessKeyId, accessKeyId)));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var pages = await context.Calls.PagesAsync(
                Operations.ListAccessKeys,
                target.Region,
                (marker, cancellation) => context.Clients.IdentityManagement(target.Region).ListAccessKeysAsync(
                    new ListAccessKeysRequest { UserName = target.Key!.Text(UserName), Marker = marker }, cancellation),
                page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
            var key = pages.SelectMany(page => page.AccessKeyMetadata.OrEmpty()).FirstOrDefault(key => key.AccessKeyId == target.Key!.Text(AccessKeyId));
            return key is null ? SettingReading.Missing : new SettingReading(RepairState.Of((Status, key.Status)));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.UpdateAccessKey,
        new UpdateAccessKeyRequest
        {
            UserName = target.Key!.Text(UserName),
            AccessKeyId = target.Key.Text(AccessKeyId),
            Status = to?.Text(Status) ?? throw new InvalidOperationException("Access keys are neither made nor deleted."),
        },
        (clients, request, cancellation) => clients.IdentityManagement(target.Region).UpdateAccessKeyAsync(request, cancellation));
}
