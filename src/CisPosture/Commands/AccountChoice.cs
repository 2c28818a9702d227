using System.Text.RegularExpressions;
using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>The accounts that the user named, by parameters or through the pipeline, and the roles by which they are entered.</summary>
internal sealed class AccountChoice
{
    /// <summary>The role that AWS Organizations makes in the accounts that it creates.</summary>
    public const string UsualRole = "OrganizationAccountAccessRole";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly Regex AccountIdForm = new("^[0-9]{12}$", RegexOptions.ECMAScript, Patience);
    private static readonly Regex RoleNameForm = new(@"^/?([!-.0-~]+/)*[\w+=,.@-]{1,64}$", RegexOptions.ECMAScript, Patience);
    private static readonly Regex ExternalIdForm = new(@"^[\w+=,.@:/-]{2,1224}$", RegexOptions.ECMAScript, Patience);

    private readonly SortedDictionary<string, AccountRole> _named = new(StringComparer.Ordinal);
    private string? _roleName;
    private string? _externalId;

    /// <summary>Whether every active account of the organization is meant.</summary>
    public bool IsOrganization { get; init; }

    /// <summary>The accounts that were named, each once, in order.</summary>
    public IReadOnlyList<AccountRole> Named => [.. _named.Values];

    /// <summary>Takes in what one object of the pipeline, or the command line, says.</summary>
    /// <param name="accountIds">The accounts; null for none.</param>
    /// <param name="roleName">The role; null for the usual one.</param>
    /// <param name="externalId">The external id; null for none.</param>
    /// <exception cref="PostureException">One of them is not of its form, or an account is named with two roles.</exception>
    public void Add(IEnumerable<string>? accountIds, string? roleName, string? externalId)
    {
        Check(roleName, externalId);
        (_roleName, _externalId) = (roleName ?? _roleName, externalId ?? _externalId);
        foreach (var accountId in accountIds ?? [])
        {
            Add(Role(CheckedId(accountId)));
        }

        AccountRole Role(string accountId) => new() { AccountId = accountId, RoleName = roleName ?? UsualRole, ExternalId = externalId };
    }

    /// <summary>The way into an account that the organization named.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The role that the user gave, or the usual one.</returns>
    public AccountRole RoleIn(string accountId) => new() { AccountId = accountId, RoleName = _roleName ?? UsualRole, ExternalId = _externalId };

    /// <summary>Refuses what does not go together, once all input is in.</summary>
    /// <exception cref="PostureException">Accounts were named in two ways, or a role without an account.</exception>
    public void RequireSense()
    {
        if (IsOrganization && _named.Count > 0)
        {
            throw new PostureException(
                ErrorId.AccountSelectionInvalid, "-Organization and -AccountId do not go together: the one means every active account, the other those named. Give one of them.");
        }

        if (!IsOrganization && _named.Count == 0 && (_roleName ?? _externalId) is not null)
        {
            var stray = _roleName is null ? "-ExternalId" : "-RoleName";
            throw new PostureException(ErrorId.AccountSelectionInvalid, $"{stray} says how to enter other accounts, and none is named. Give -AccountId or -Organization.", stray);
        }
    }

    private void Add(AccountRole role)
    {
        if (_named.TryGetValue(role.AccountId, out var known) && known != role)
        {
            throw new PostureException(
                ErrorId.AccountSelectionInvalid, $"Account {role.AccountId} is named with two roles or external ids: {known.RoleName} and {role.RoleName}. Name it once.", role.AccountId);
        }

        _named[role.AccountId] = role;
    }

    private static string CheckedId(string accountId) => AccountIdForm.IsMatch(accountId)
        ? accountId
        : throw new PostureException(
            ErrorId.AccountIdInvalid,
            $"'{accountId}' is not the id of an AWS account, which has twelve digits. PowerShell drops the zeros that a number begins with: put such an id in quotation marks.",
            accountId);

    private static void Check(string? roleName, string? externalId)
    {
        var isArn = roleName?.StartsWith("arn:", StringComparison.Ordinal) == true;
        if (roleName is not null && (isArn || !RoleNameForm.IsMatch(roleName)))
        {
            var hint = isArn ? "Give its name alone, not its ARN" : "Give its name, after its path where it has one";
            throw new PostureException(ErrorId.RoleNameInvalid, $"'{roleName}' is not the name of an IAM role. {hint}: Audit, or security/Audit.", roleName);
        }

        if (externalId is not null && !ExternalIdForm.IsMatch(externalId))
        {
            throw new PostureException(
                ErrorId.ExternalIdInvalid, $"'{externalId}' is not an external id: AWS takes 2 to 1224 letters, digits and the characters + = , . @ : / -.", externalId);
        }
    }
}
