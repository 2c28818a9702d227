using Amazon.KeyManagementService.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Collectors;

/// <summary>Describes KMS keys.</summary>
internal static class KmsKeyReader
{
    public static async Task<KmsKeyMetadata> DescribeAsync(ApiCaller calls, AwsClients clients, string region, string keyId)
    {
        var response = await calls.CallAsync(
            Operations.DescribeKey,
            region,
            cancellation => clients.KeyManagement(region).DescribeKeyAsync(
                new DescribeKeyRequest { KeyId = keyId }, cancellation)).ConfigureAwait(false);
        return ToMetadata(response.KeyMetadata ?? throw ApiCaller.Broken(Operations.DescribeKey, region, "The answer has no KeyMetadata."));
    }

    private static KmsKeyMetadata ToMetadata(KeyMetadata key) => new()
    {
        KeyId = key.KeyId ?? string.Empty,
        Arn = key.Arn ?? string.Empty,
        AccountId = key.AWSAccountId ?? string.Empty,
        KeyManager = key.KeyManager?.Value ?? string.Empty,
        KeyState = key.KeyState?.Value ?? string.Empty,
        Origin = key.Origin?.Value ?? string.Empty,
        KeySpec = key.KeySpec?.Value ?? string.Empty,
        KeyUsage = key.KeyUsage?.Value ?? string.Empty,
        CustomKeyStoreId = key.CustomKeyStoreId,
        IsMultiRegion = key.MultiRegion == true,
        MultiRegionKeyType = key.MultiRegionConfiguration?.MultiRegionKeyType?.Value,
        PrimaryKeyArn = key.MultiRegionConfiguration?.PrimaryKey?.Arn,
    };
}
