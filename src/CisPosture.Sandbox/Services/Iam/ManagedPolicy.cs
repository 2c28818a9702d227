using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>A managed policy, AWS's or the customer's, with its ARN and who uses it.</summary>
internal sealed record ManagedPolicy(IamPolicy Policy, string Arn, bool IsAwsManaged)
{
    public const string ServiceRolePath = "/aws-service-role/";

    /// <summary>The policies of service-linked roles are for those alone.</summary>
    public bool IsAttachable => !IsAwsManaged || !Policy.Path.StartsWith(ServiceRolePath, StringComparison.Ordinal);

    public static string PathOf(string arn) => arn[(arn.IndexOf(":policy/", StringComparison.Ordinal) + ":policy".Length)..(arn.LastIndexOf('/') + 1)];

    public static IEnumerable<ManagedPolicy> All(SandboxAccount account) => Local(account).Concat(AwsManaged(account));

    public static IEnumerable<ManagedPolicy> Local(SandboxAccount account) =>
        account.Iam.Policies.Select(policy => new ManagedPolicy(policy, account.Arn("iam", "", $"policy{policy.Path}{policy.Name}"), IsAwsManaged: false));

    public static IEnumerable<ManagedPolicy> AwsManaged(SandboxAccount account) =>
        AwsManagedPolicies.All.Select(policy => new ManagedPolicy(policy, $"arn:{account.Partition}:iam::aws:policy{policy.Path}{policy.Name}", IsAwsManaged: true));

    public int AttachmentCount(IamState iam) =>
        Identities(iam).Count(identity => identity.AttachedPolicies.Contains(Arn, StringComparer.Ordinal));

    public int BoundaryCount(IamState iam) => iam.Users.Count(user => user.PermissionsBoundary == Arn) + iam.Roles.Count(role => role.PermissionsBoundary == Arn);

    private static IEnumerable<IamIdentity> Identities(IamState iam) => iam.Users.Concat<IamIdentity>(iam.Groups).Concat(iam.Roles);
}
