using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>An IAM role: who may assume it, and who made it.</summary>
internal sealed class RoleSetting : Setting
{
    public const string Name = "Role";
    public const string Owner = "Owner";

    private const string Role = "RoleName";
    private const string Trust = "AssumeRolePolicyDocument";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string role) => new(Name, place.HomeRegion, Arn(place, role), RepairState.Of((Role, role)));

    public static string Arn(RepairPlace place, string role) => $"arn:{place.Partition}:iam::{place.AccountId}:role/{role}";

    /// <summary>A role that somebody may assume.</summary>
    /// <param name="owner">The cmdlet that makes it.</param>
    /// <param name="trust">The trust policy.</param>
    public static RepairState Trusting(string owner, RepairState trust) => RepairState.Of((Owner, owner), (Trust, trust));

    /// <summary>A trust policy that lets a service act for this account.</summary>
    public static RepairState TrustOfService(RepairPlace place, string service) => RepairState.Of(
        ("Version", "2012-10-17"),
        ("Statement", new[]
        {
            RepairState.Of(
                ("Effect", "Allow"),
                ("Principal", RepairState.Of(("Service", service))),
                ("Action", "sts:AssumeRole"),
                ("Condition", RepairState.Of(("StringEquals", RepairState.Of(("aws:SourceAccount", place.AccountId)))))),
        }));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                Operations.GetRole,
                target.Region,
                cancellation => context.Clients.IdentityManagement(target.Region).GetRoleAsync(new GetRoleRequest { RoleName = target.Key!.Text(Role) }, cancellation)).ConfigureAwait(false);
            var role = answer.Role ?? throw ApiCaller.Broken(Operations.GetRole, target.Region, "The answer has no Role.");
            return new SettingReading(RepairState.Of(
                (Owner, role.Tags.OrEmpty().FirstOrDefault(tag => tag.Key == Ownership.Tag)?.Value),
                (Trust, RepairState.Parse(Uri.UnescapeDataString(role.AssumeRolePolicyDocument ?? "{}")))));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteRole,
            new DeleteRoleRequest { RoleName = target.Key!.Text(Role) },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeleteRoleAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreateRole,
            new CreateRoleRequest
            {
                RoleName = target.Key!.Text(Role),
                AssumeRolePolicyDocument = to.Member(Trust)!.Json,
                Tags = [new Tag { Key = Ownership.Tag, Value = to.Text(Owner) }],
            },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).CreateRoleAsync(request, cancellation));
}
