using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Roles that belong to a service: it alone may change them, and they go only when it no longer needs them.</summary>
internal static class ServiceLinkedRoleOperations
{
    public static ApiResult CreateServiceLinkedRole(ApiCall call)
    {
        var name = call.Input.Required("AWSServiceName");
        if (ServiceLinkedRole.Of(name) is not { } known) throw IamErrors.InvalidInput($"Service role creation is not supported for {name}");
        if (call.Input.Has("CustomSuffix")) throw IamErrors.InvalidInput($"Custom suffix is not allowed for {name}");
        if (call.Account.Iam.Roles.Exists(role => IamLookup.SameName(role.Name, known.RoleName))) throw IamErrors.InvalidInput($"Service role name {known.RoleName} has been taken in this account, please try a different suffix.");
        var role = Role(call, known);
        RoleOperations.Add(call, role);
        return new Structure { ["Role"] = IamShapes.Role(call.Account, role) };
    }

    public static ApiResult DeleteServiceLinkedRole(ApiCall call)
    {
        var role = IamLookup.Role(call);
        if (!role.IsServiceLinked) throw IamErrors.NoSuchEntity($"The role with name {role.Name} is not a service-linked role.");
        var arn = IamLookup.RoleArn(call.Account, role);
        var uses = Uses(call.Account, arn);
        if (uses.Count == 0) call.Account.Iam.Roles.Remove(role);
        var task = $"task{role.Path}{role.Name}/{call.RequestId}";
        call.Account.Iam.RoleDeletions.Add(task, new RoleDeletion { Uses = uses });
        return new Structure { ["DeletionTaskId"] = task };
    }

    public static ApiResult GetServiceLinkedRoleDeletionStatus(ApiCall call)
    {
        var task = call.Input.Required("DeletionTaskId");
        if (!call.Account.Iam.RoleDeletions.TryGetValue(task, out var deletion)) throw IamErrors.NoSuchEntity($"Deletion task {task} cannot be found.");
        if (!deletion.WasAskedFor)
        {
            deletion.WasAskedFor = true;
            return new Structure { ["Status"] = "IN_PROGRESS" };
        }

        return deletion.Uses.Count == 0 ? new Structure { ["Status"] = "SUCCEEDED" } : new Structure { ["Status"] = "FAILED", ["Reason"] = Reason(deletion) };
    }

    private static IamRole Role(ApiCall call, ServiceLinkedRole known) => new()
    {
        Name = known.RoleName,
        Path = $"/aws-service-role/{known.ServiceName}/",
        Id = UniqueId.Of("AROA", call.RequestId),
        CreateDate = call.WholeSecond,
        Description = IamNames.Description(call),
        AssumeRolePolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{known.ServiceName}}"},"Action":"sts:AssumeRole"}]}""",
        AttachedPolicies = { $"arn:{call.Account.Partition}:iam::aws:policy{ManagedPolicy.ServiceRolePath}{known.PolicyName}" },
    };

    private static IReadOnlyList<(string Region, string Resource)> Uses(SandboxAccount account, string arn) => account.Regions
        .SelectMany(region => region.Value.ConfigurationRecorders, (region, recorder) => (Region: region.Key, Recorder: recorder))
        .Where(use => use.Recorder.RoleArn == arn)
        .Select(use => (use.Region, account.Arn("config", use.Region, $"configuration-recorder/{use.Recorder.Name}")))
        .ToArray();

    private static Structure Reason(RoleDeletion deletion) => new()
    {
        ["Reason"] = "A service-linked role is required for the resources that use it. Delete those first.",
        ["RoleUsageList"] = deletion.Uses.GroupBy(use => use.Region, StringComparer.Ordinal).Select(region => new Structure
        {
            ["Region"] = region.Key,
            ["Resources"] = region.Select(use => use.Resource),
        }),
    };
}
