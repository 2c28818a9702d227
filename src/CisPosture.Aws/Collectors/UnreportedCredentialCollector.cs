using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Credentials;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads live what the credential report, which may be four hours old, does not know: the credentials of users made or changed since.</summary>
internal sealed class UnreportedCredentialCollector(CollectionContext context) : IamCollector(context, EvidenceKind.UnreportedCredentials)
{
    private readonly UserCredentialReader _reader = new(context.Calls, context.Clients, context.HomeRegion);

    protected override async Task ReadAsync()
    {
        var account = Context.Store.Current;
        if (!account.Users.TryGet(out var users, out _) || !account.CredentialReport.TryGet(out var report, out _))
        {
            return;
        }

        var changed = users.Where(user => Context.Request.ChangedUsers.Contains(user.Arn, StringComparer.Ordinal));
        var unreported = AccountUsers.Unreported(report, users).Union(changed).ToDictionary(user => user.UserName, StringComparer.Ordinal);
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
        var profile = await _reader.GetLoginProfileAsync(user.UserName).ConfigureAwait(false);
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
            return await _reader.ListKeysAsync(userName).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            throw new UserGoneException();
        }
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

    private sealed class UserGoneException : Exception;
}
