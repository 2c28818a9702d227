using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Policies;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>Reads in one walk who holds what in the account, and who of those who may administer it can sign in.</summary>
internal sealed class AdminPolicyReader(RepairReader reader)
{
    private RepairContext Context => reader.Context;

    private string Region => reader.Place.HomeRegion;

    public async Task<LiveAdminPolicies> ReadAsync(string? replacementArn)
    {
        var pages = await Context.Calls.PagesAsync(
            Operations.GetAccountAuthorizationDetails,
            Region,
            (marker, cancellation) => Context.Clients.IdentityManagement(Region).GetAccountAuthorizationDetailsAsync(
                new GetAccountAuthorizationDetailsRequest { Filter = ["User", "Group", "Role", "LocalManagedPolicy", "AWSManagedPolicy"], Marker = marker, MaxItems = 1000 }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        var live = new LiveAdminPolicies
        {
            Identities =
            [
                .. pages.SelectMany(page => page.UserDetailList.OrEmpty()).Select(ToUser),
                .. pages.SelectMany(page => page.GroupDetailList.OrEmpty()).Select(ToGroup),
                .. pages.SelectMany(page => page.RoleDetailList.OrEmpty()).Select(ToRole),
            ],
            Policies = pages.SelectMany(page => page.Policies.OrEmpty()).Select(ToPolicy).ToDictionary(policy => policy.Arn, StringComparer.Ordinal),
            Replacement = replacementArn is null ? null : await RepairReader.TryAsync(() => ReadPolicyAsync(replacementArn)).ConfigureAwait(false),
        };
        return await WithSignInAsync(live).ConfigureAwait(false);
    }

    // Asked for few: only for users whom some policy allows everything.
    private async Task<LiveAdminPolicies> WithSignInAsync(LiveAdminPolicies live)
    {
        var holders = live.Identities.Where(identity => identity.Inline.Concat(identity.Attached.Select(live.Meaning)).Any(AllowsEverything)).ToList();
        var trusted = live.Identities.Where(identity => identity.Trust is not null && holders.Contains(identity))
            .SelectMany(role => role.Trust!.Statements.SelectMany(statement => statement.Principals ?? []))
            .Select(principal => principal.Id);
        var asked = new HashSet<string>(live.Reached(holders).Where(identity => identity.Kind == IamHolder.User).Select(user => user.Arn).Concat(trusted), StringComparer.Ordinal);
        var users = live.Identities.Where(identity => identity.Kind == IamHolder.User && asked.Contains(identity.Arn)).ToList();
        var signIns = await CollectionContext.ReadEachAsync(users.Select(user => user.Arn), arn => RepairReader.TryAsync(() => CanSignInAsync(arn))).ConfigureAwait(false);
        return live with
        {
            Identities =
            [
                .. live.Identities.Select(identity => signIns.TryGetValue(identity.Arn, out var read) && read.TryGet(out var canSignIn, out _) ? identity with { CanSignIn = canSignIn } : identity),
            ],
        };
    }

    private static bool AllowsEverything(PolicyDocument? document) => document?.Statements.Any(statement => statement.AllowsEverything) == true;

    private async Task<bool> CanSignInAsync(string arn)
    {
        if ((await reader.ReadAsync(LoginProfileSetting.Target(reader.Place, arn)).ConfigureAwait(false)).State is not null)
        {
            return true;
        }

        var pages = await Context.Calls.PagesAsync(
            Operations.ListAccessKeys,
            Region,
            (marker, cancellation) => Context.Clients.IdentityManagement(Region).ListAccessKeysAsync(new ListAccessKeysRequest { UserName = IamName.Of(arn), Marker = marker }, cancellation),
            page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
        var planned = reader.Planned(AccessKeySetting.Name);
        return pages.SelectMany(page => page.AccessKeyMetadata.OrEmpty()).Any(key =>
            key.Status == "Active"
            && !(planned.TryGetValue(AccessKeySetting.Target(reader.Place, arn, key.AccessKeyId ?? string.Empty), out var state) && Equals(state, AccessKeySetting.Inactive)));
    }

    private async Task<LiveManagedPolicy> ReadPolicyAsync(string arn)
    {
        var answer = await Context.Calls.CallAsync(
            RepairOperations.GetPolicy,
            Region,
            cancellation => Context.Clients.IdentityManagement(Region).GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn }, cancellation)).ConfigureAwait(false);
        var current = answer.Policy?.DefaultVersionId ?? throw ApiCaller.Broken(RepairOperations.GetPolicy, Region, "The answer has no DefaultVersionId.");
        var document = await PolicyVersionSetting.ReadAsync(Context, Region, arn, current).ConfigureAwait(false);
        return new LiveManagedPolicy
        {
            Arn = arn,
            DefaultVersionId = current,
            Versions = new Dictionary<string, RepairState?>(StringComparer.Ordinal) { [current] = document },
            IsAttachable = answer.Policy.IsAttachable != false,
        };
    }

    private LiveIdentity ToUser(UserDetail user) => new()
    {
        Kind = IamHolder.User,
        Arn = user.Arn ?? throw Broken("Arn of a user"),
        Attached = Attached(user.AttachedManagedPolicies),
        Inline = Inline(user.UserPolicyList),
        Boundary = user.PermissionsBoundary?.PermissionsBoundaryArn,
        Groups = user.GroupList.OrEmpty(),
    };

    private LiveIdentity ToGroup(GroupDetail group) => new()
    {
        Kind = IamHolder.Group,
        Arn = group.Arn ?? throw Broken("Arn of a group"),
        Attached = Attached(group.AttachedManagedPolicies),
        Inline = Inline(group.GroupPolicyList),
    };

    private LiveIdentity ToRole(RoleDetail role) => new()
    {
        Kind = IamHolder.Role,
        Arn = role.Arn ?? throw Broken("Arn of a role"),
        Attached = Attached(role.AttachedManagedPolicies),
        Inline = Inline(role.RolePolicyList),
        Boundary = role.PermissionsBoundary?.PermissionsBoundaryArn,
        Trust = Meaning(role.AssumeRolePolicyDocument),
        InstanceProfiles = role.InstanceProfileList.OrEmpty().Select(profile => profile.InstanceProfileName).Sorted(),
        LastUsed = role.RoleLastUsed?.LastUsedDate.AsUtc(),
    };

    private LiveManagedPolicy ToPolicy(ManagedPolicyDetail policy) => new()
    {
        Arn = policy.Arn ?? throw Broken("Arn of a policy"),
        DefaultVersionId = policy.DefaultVersionId ?? throw Broken("DefaultVersionId of a policy"),
        Versions = policy.PolicyVersionList.OrEmpty().ToDictionary(version => version.VersionId ?? throw Broken("VersionId of a version"), version => Document(version.Document), StringComparer.Ordinal),
    };

    private RepairState? Document(string? text)
    {
        try
        {
            return IamDocument.Read(Operations.GetAccountAuthorizationDetails, Region, text);
        }
        catch (ApiCallException)
        {
            // One document that is no JSON makes its own policy unreadable, and no other.
            return null;
        }
    }

    private static PolicyDocument? Meaning(string? text) => PolicyDocument.TryParse(text, out var document, out _) ? document : null;

    private static IReadOnlyList<string> Attached(List<AttachedPolicyType>? policies) => policies.OrEmpty().Select(policy => policy.PolicyArn).Sorted();

    private static IReadOnlyList<PolicyDocument?> Inline(List<PolicyDetail>? policies) => [.. policies.OrEmpty().Select(policy => Meaning(policy.PolicyDocument))];

    private ApiCallException Broken(string member) => ApiCaller.Broken(Operations.GetAccountAuthorizationDetails, Region, $"The answer lacks the {member}.");
}
