using Amazon.KeyManagementService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The policy of a KMS key.</summary>
internal sealed class KeyPolicySetting : Setting
{
    public const string Name = "KeyPolicy";

    private const string Only = "default";

    public override string Kind => Name;

    public static RepairTarget Target(string region, string keyArn) => new(Name, region, keyArn);

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.GetKeyPolicy,
                target.Region,
                cancellation => context.Clients.KeyManagement(target.Region).GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = target.ResourceId, PolicyName = Only }, cancellation)).ConfigureAwait(false);
            return new SettingReading(RepairState.Parse(answer.Policy));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.KeyNotFound))
        {
            return SettingReading.Missing;
        }
    }

    // The check for a policy that locks its writer out stays on.
    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.PutKeyPolicy,
        new PutKeyPolicyRequest { KeyId = target.ResourceId, PolicyName = Only, Policy = to?.Json },
        (clients, request, cancellation) => clients.KeyManagement(target.Region).PutKeyPolicyAsync(request, cancellation));
}
