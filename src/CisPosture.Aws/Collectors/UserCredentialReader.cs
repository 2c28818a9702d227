using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads what one user can sign in or sign requests with, live.</summary>
internal sealed class UserCredentialReader(ApiCaller calls, AwsClients clients, string homeRegion)
{
    /// <summary>The access keys with their last use.</summary>
    /// <exception cref="ApiCallException">AWS did not answer with them, as where the user is gone.</exception>
    public async Task<IReadOnlyList<LiveAccessKey>> ListKeysAsync(string userName)
    {
        var pages = await calls.PagesAsync(
            Operations.ListAccessKeys,
            homeRegion,
            (marker, cancellation) => clients.IdentityManagement(homeRegion).ListAccessKeysAsync(new ListAccessKeysRequest { UserName = userName, Marker = marker }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        var keys = await Task.WhenAll(pages.SelectMany(page => page.AccessKeyMetadata.OrEmpty()).Select(ReadKeyAsync)).ConfigureAwait(false);
        return [.. keys.OrderBy(key => key.AccessKeyId, StringComparer.Ordinal)];
    }

    /// <summary>The console password's profile; null where the user has none.</summary>
    public async Task<LoginProfile?> GetLoginProfileAsync(string userName)
    {
        try
        {
            var response = await calls.CallAsync(
                Operations.GetLoginProfile,
                homeRegion,
                cancellation => clients.IdentityManagement(homeRegion).GetLoginProfileAsync(new GetLoginProfileRequest { UserName = userName }, cancellation)).ConfigureAwait(false);
            return response.LoginProfile;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return null;
        }
    }

    private async Task<LiveAccessKey> ReadKeyAsync(AccessKeyMetadata key)
    {
        var use = await calls.CallAsync(
            Operations.GetAccessKeyLastUsed,
            homeRegion,
            cancellation => clients.IdentityManagement(homeRegion).GetAccessKeyLastUsedAsync(
                new GetAccessKeyLastUsedRequest { AccessKeyId = key.AccessKeyId }, cancellation)).ConfigureAwait(false);
        return new LiveAccessKey
        {
            AccessKeyId = key.AccessKeyId ?? string.Empty,
            IsActive = key.Status == "Active",
            CreateDate = key.CreateDate?.AsUtc() ?? throw ApiCaller.Broken(Operations.ListAccessKeys, homeRegion, "The answer has no CreateDate."),
            LastUsed = use.AccessKeyLastUsed?.LastUsedDate.AsUtc(),
        };
    }
}
