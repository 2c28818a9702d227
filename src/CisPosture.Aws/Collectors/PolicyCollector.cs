using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads users' policies and customer-managed policies in one walk, whose filter names no more than was asked for.</summary>
internal sealed class PolicyCollector(CollectionContext context) : IamCollector(context, EvidenceKind.UserPolicies, EvidenceKind.CustomerPolicies)
{
    protected override async Task ReadAsync()
    {
        var walk = await Context.ReadAsync(WalkAsync).ConfigureAwait(false);
        if (Context.Needed.Contains(EvidenceKind.UserPolicies))
        {
            var users = Pick(walk, page => page.UserDetailList.OrEmpty().Select(ToUser), user => user.Arn);
            Context.Store.Update(account => account with { UserPolicies = users });
        }

        if (Context.Needed.Contains(EvidenceKind.CustomerPolicies))
        {
            var policies = Pick(walk, page => page.Policies.OrEmpty().Select(ToPolicy), policy => policy.Arn);
            Context.Store.Update(account => account with { CustomerPolicies = policies });
        }
    }

    private Task<List<GetAccountAuthorizationDetailsResponse>> WalkAsync()
    {
        List<string> filter = [];
        AddIfNeeded(EvidenceKind.UserPolicies, "User");
        AddIfNeeded(EvidenceKind.CustomerPolicies, "LocalManagedPolicy");
        return PagesAsync(
            Operations.GetAccountAuthorizationDetails,
            (iam, marker, cancellation) => iam.GetAccountAuthorizationDetailsAsync(
                new GetAccountAuthorizationDetailsRequest { Filter = filter, Marker = marker, MaxItems = 1000 }, cancellation),
            page => (page.IsTruncated, page.Marker));

        void AddIfNeeded(EvidenceKind kind, string value)
        {
            if (Context.Needed.Contains(kind))
            {
                filter.Add(value);
            }
        }
    }

    private static Evidence<IReadOnlyList<T>> Pick<T>(
        Evidence<List<GetAccountAuthorizationDetailsResponse>> walk, Func<GetAccountAuthorizationDetailsResponse, IEnumerable<T>> items, Func<T, string> key) =>
        walk.TryGet(out var pages, out var gap)
            ? Evidence.Of<IReadOnlyList<T>>([.. pages.SelectMany(items).OrderBy(key, StringComparer.Ordinal)])
            : Evidence.Missing<IReadOnlyList<T>>(gap);

    private static UserPolicies ToUser(UserDetail user) => new()
    {
        UserName = user.UserName ?? string.Empty,
        Arn = user.Arn ?? string.Empty,
        AttachedPolicies =
        [
            .. user.AttachedManagedPolicies.OrEmpty()
                .Select(policy => new AttachedPolicy { PolicyName = policy.PolicyName ?? string.Empty, PolicyArn = policy.PolicyArn ?? string.Empty })
                .OrderBy(policy => policy.PolicyArn, StringComparer.Ordinal),
        ],
        InlinePolicies =
        [
            .. user.UserPolicyList.OrEmpty()
                .Select(policy => new InlinePolicy { PolicyName = policy.PolicyName ?? string.Empty, Document = policy.PolicyDocument ?? string.Empty })
                .OrderBy(policy => policy.PolicyName, StringComparer.Ordinal),
        ],
        PermissionsBoundaryArn = user.PermissionsBoundary?.PermissionsBoundaryArn,
    };

    private static CustomerPolicy ToPolicy(ManagedPolicyDetail policy) => new()
    {
        PolicyName = policy.PolicyName ?? string.Empty,
        Arn = policy.Arn ?? string.Empty,
        AttachmentCount = policy.AttachmentCount ?? 0,
        PermissionsBoundaryUsageCount = policy.PermissionsBoundaryUsageCount ?? 0,
        DefaultVersionId = policy.DefaultVersionId ?? string.Empty,
        DefaultDocument = policy.PolicyVersionList.OrEmpty().FirstOrDefault(version => version.VersionId == policy.DefaultVersionId)?.Document,
    };
}
