using Amazon.KeyManagementService.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Lists a Region's keys, describes each, and asks for the rotation of those that can be rotated. KMS refuses to answer for others.</summary>
internal sealed class KmsKeyCollector(CollectionContext context) : RegionListCollector<KmsKey>(context, EvidenceKind.KmsKeys)
{
    protected override RegionEvidence With(RegionEvidence region, Evidence<IReadOnlyList<KmsKey>> items) => region with { KmsKeys = items };

    protected override async Task<IReadOnlyList<KmsKey>> ListAsync(string region)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.ListKeys,
            region,
            (marker, cancellation) => Context.Clients.KeyManagement(region).ListKeysAsync(
                new ListKeysRequest { Marker = marker, Limit = 1000 }, cancellation),
            page => page.Truncated == true ? page.NextMarker : null).ConfigureAwait(false);
        var keys = await Task.WhenAll(pages.SelectMany(page => page.Keys.OrEmpty()).Select(key => ReadKeyAsync(region, key))).ConfigureAwait(false);
        return [.. keys.OrderBy(key => key.KeyId, StringComparer.Ordinal)];
    }

    private async Task<KmsKey> ReadKeyAsync(string region, KeyListEntry key)
    {
        var metadata = await Context.ReadAsync(() => KmsKeyReader.DescribeAsync(Context.Calls, Context.Clients, region, key.KeyId)).ConfigureAwait(false);
        return new KmsKey
        {
            KeyId = key.KeyId,
            Arn = key.KeyArn,
            Metadata = metadata,
            IsRotationEnabled = metadata.TryGet(out var known, out _) && CanRotate(known)
                ? await Context.ReadAsync(() => IsRotationEnabledAsync(region, key.KeyId)).ConfigureAwait(false)
                : null,
        };
    }

    private static bool CanRotate(KmsKeyMetadata key) =>
        key is
        {
            KeyManager: "CUSTOMER",
            Origin: "AWS_KMS",
            KeySpec: "SYMMETRIC_DEFAULT",
            KeyUsage: "ENCRYPT_DECRYPT",
            KeyState: "Enabled",
            CustomKeyStoreId: null or "",
            MultiRegionKeyType: not "REPLICA",
        };

    private async Task<bool> IsRotationEnabledAsync(string region, string keyId)
    {
        var response = await Context.Calls.CallAsync(
            Operations.GetKeyRotationStatus,
            region,
            cancellation => Context.Clients.KeyManagement(region).GetKeyRotationStatusAsync(
                new GetKeyRotationStatusRequest { KeyId = keyId }, cancellation)).ConfigureAwait(false);
        return response.KeyRotationEnabled ?? throw ApiCaller.Broken(Operations.GetKeyRotationStatus, region, "The answer has no KeyRotationEnabled.");
    }
}
