using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>The live accounts that the user named.</summary>
/// <param name="own">The account of the caller's own credentials, through which the others are entered.</param>
/// <param name="choice">Which accounts, and by which roles.</param>
/// <param name="throttleLimit">How many may be under way at once.</param>
internal sealed class LiveAccounts(LiveAccount own, AccountChoice choice, int throttleLimit)
{
    /// <summary>How many accounts may be under way at once.</summary>
    public int ThrottleLimit => throttleLimit;

    /// <summary>Connects with the caller's own credentials, and settles which accounts are to be read.</summary>
    /// <exception cref="PostureException">The credentials are unusable, or the organization does not tell its accounts.</exception>
    public async Task<OpenAccounts> OpenAsync(CmdletOutput output, CancellationToken cancellationToken)
    {
        var session = await own.ConnectAsync(output, cancellationToken).ConfigureAwait(false);
        try
        {
            return new OpenAccounts(session, await EntrancesAsync(session, cancellationToken).ConfigureAwait(false), this, output);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>What to read of each.</summary>
    public CollectionRequest Request(IReadOnlyCollection<EvidenceKind> kinds) => own.Request(kinds);

    // The caller is in its own account already, and rarely has a role there that it may assume.
    private async Task<IReadOnlyList<AccountEntrance>> EntrancesAsync(IAccountSession session, CancellationToken cancellationToken)
    {
        var roles = choice.IsOrganization
            ? [.. (await session.ListActiveAccountsAsync(cancellationToken).ConfigureAwait(false)).Select(choice.RoleIn)]
            : choice.Named;
        return roles.Count > 0
            ? [.. roles.Select(role => new AccountEntrance(role.AccountId, role.AccountId == session.AccountId ? null : role))]
            : [new AccountEntrance(session.AccountId, Role: null)];
    }
}
