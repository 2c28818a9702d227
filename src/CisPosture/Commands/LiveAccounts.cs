using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>The live accounts that the user named: how to reach them, and which Regions to read.</summary>
internal sealed class LiveAccounts
{
    public required IAccountGateway Gateway { get; init; }

    public required ConnectionRequest Connection { get; init; }

    public required AccountChoice Choice { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    public required IReadOnlyList<string> ExcludedRegions { get; init; }

    /// <summary>How many accounts may be under way at once.</summary>
    public required int ThrottleLimit { get; init; }

    /// <summary>Connects with the caller's own credentials, and settles which accounts are to be read.</summary>
    /// <exception cref="PostureException">The credentials are unusable, or the organization does not tell its accounts.</exception>
    public async Task<OpenAccounts> OpenAsync(CmdletOutput output, CancellationToken cancellationToken)
    {
        var own = await Gateway.ConnectAsync(Connection, output, cancellationToken).ConfigureAwait(false);
        try
        {
            return new OpenAccounts(own, await EntriesAsync(own, cancellationToken).ConfigureAwait(false), this, output);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    // The caller is in its own account already, and rarely has a role there that it may assume.
    private async Task<IReadOnlyList<AccountEntrance>> EntriesAsync(IAccountSession own, CancellationToken cancellationToken)
    {
        var roles = Choice.IsOrganization
            ? [.. (await own.ListActiveAccountsAsync(cancellationToken).ConfigureAwait(false)).Select(Choice.RoleIn)]
            : Choice.Named;
        return roles.Count > 0
            ? [.. roles.Select(role => new AccountEntrance(role.AccountId, role.AccountId == own.AccountId ? null : role))]
            : [new AccountEntrance(own.AccountId, Role: null)];
    }
}
