using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Credentials;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads live what the credential report, which may be four hours old, does not know: the credentials of users made since.</summary>
internal sealed class UnreportedCredentialCollector(CollectionContext context) : IamCollector(context, EvidenceKind.UnreportedCredentials)
{
    protected override async Task ReadAsync()
    {
        var account = Context.Store.Current;
        if (!account.Users.TryGet(out var users, out _) || !account.CredentialReport.TryGet(out var report, out _))
        {
            return;
        }

        var unreported = AccountUsers.Unreported(report, users).ToDictionary(user => user.UserName, StringComparer.Ordinal);
        var read = await CollectionContext.ReadEachAsync(unreported.Keys, name => ReadUserAsync(unreported[name])).ConfigureAwait(false);
        var gone = new HashSet<string>(read.Where(entry => entry.Value is null).Select(entry => entry.Key), StringComparer.Ordinal);
        Context.Store.Update(evidence => evidence with
        {
            Users = Evidence.Of<IReadOnlyList<IamUser>>([.. users.Where(user => !gone.Contains(user.UserName))]),
            UnreportedCredentials = read
                .Where(entry => entry.Value is not null)
                .ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal),
        });
    }

    /// <summary>The user's credentials; null for a user who was deleted in the meantime.</summary>
    private async Task<Evidence<UserCredentials>?> ReadUserAsync(IamUser user)
    {
        try
        {
            return await Context.ReadAsync(() => ReadCredentialsAsync(user)).ConfigureAwait(false);
        }
        catch (UserGoneException)
        {
            return null;
        }
    }

    private async Task<UserCredentials> ReadCredentialsAsync(IamUser user)
    {
        var keys = await ListKeysAsync(user.UserName).ConfigureAwait(false);
        var hasMfa = await HasMfaAsync(user.UserName).ConfigureAwait(false);
        var profile = await GetLoginProfileAsync(user.UserName).ConfigureAwait(false);
        return new UserCredentials
        {
            HasPassword = profile is not null,
            PasswordCreated = profile?.CreateDate.AsUtc(),
            PasswordLastUsed = user.PasswordLastUsed,
            HasMfa = hasMfa,
            AccessKeys = keys,
        };
    }

    private async Task<IReadOnlyList<LiveAccessKey>> ListKeysAsync(string userName)
    {
        try
        {
            var pages = await PagesAsync(
                Operations.ListAccessKeys,
                (iam, marker, cancellation) => iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = userName, Marker = marker }, cancellation),
                page => (page.IsTruncated, page.Marker)).ConfigureAwait(false);
            var keys = await Task.WhenAll(pages.SelectMany(page => page.AccessKeyMetadata.OrEmpty()).Select(ReadKeyAsync)).ConfigureAwait(false);
            return [.. keys.OrderBy(key => key.AccessKeyId, StringComparer.Ordinal)];
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            throw new UserGoneException();
        }
    }

    private async Task<LiveAccessKey> ReadKeyAsync(AccessKeyMetadata key)
    {
        var use = await CallAsync(
            Operations.GetAccessKeyLastUsed,
            (iam, cancellation) => iam.GetAccessKeyLastUsedAsync(
                new GetAccessKeyLastUsedRequest { AccessKeyId = key.AccessKeyId }, cancellation)).ConfigureAwait(false);
        return new LiveAccessKey
        {
            AccessKeyId = key.AccessKeyId ?? string.Empty,
            IsActive = key.Status == "Active",
            CreateDate = Required(Operations.ListAccessKeys, key.CreateDate, "CreateDate"),
            LastUsed = use.AccessKeyLastUsed?.LastUsedDate.AsUtc(),
        };
    }

    private async Task<bool> HasMfaAsync(string userName)
    {
        try
        {
            // One page is enough to know whether there is any.
            var response = await CallAsync(
                Operations.ListMfaDevices,
                (iam, cancellation) => iam.ListMFADevicesAsync(new ListMFADevicesRequest { UserName = userName }, cancellation)).ConfigureAwait(false);
            return response.MFADevices.OrEmpty().Count > 0;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            throw new UserGoneException();
        }
    }

    private async Task<LoginProfile?> GetLoginProfileAsync(string userName)
    {
        try
        {
            var response = await CallAsync(
                Operations.GetLoginProfile,
                (iam, cancellation) => iam.GetLoginProfileAsync(new GetLoginProfileRequest { UserName = userName }, cancellation)).ConfigureAwait(false);
            return response.LoginProfile;
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return null;
        }
    }

    private sealed class UserGoneException : Exception;
}
