using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Which of two versions of a managed policy is in force: the one that was, by its number, or another one, by its document.</summary>
internal sealed class DefaultPolicyVersionSetting : Setting
{
    public const string Name = "DefaultPolicyVersion";

    private const string Earlier = nameof(Earlier);
    private const string Digest = nameof(Digest);
    private const string Document = nameof(Document);

    public override string Kind => Name;

    /// <summary>A choice between the version that is in force now and another one.</summary>
    public static RepairTarget Target(RepairPlace place, string policyArn, string earlierVersionId, RepairState other) =>
        new(Name, place.HomeRegion, policyArn, RepairState.Of((Earlier, earlierVersionId), (Digest, PolicyVersionSetting.DigestOf(other))));

    /// <summary>A version with this document is in force.</summary>
    public static RepairState InForce(RepairState document) => RepairState.Of((Document, document));

    // The id is the number of the other version, which is what a call takes.
    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        if (await ReadDefaultAsync(context, target).ConfigureAwait(false) is not { } current)
        {
            return SettingReading.Missing;
        }

        var document = await PolicyVersionSetting.ReadAsync(context, target.Region, target.ResourceId, current).ConfigureAwait(false);
        var other = await PolicyVersionSetting.FindAsync(context, target, target.Key!.Text(Digest)!).ConfigureAwait(false);
        return new SettingReading(document is null ? null : InForce(document), other?.VersionId);
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.SetDefaultPolicyVersion,
        new SetDefaultPolicyVersionRequest
        {
            PolicyArn = target.ResourceId,
            VersionId = IsOther(target, to ?? throw new InvalidOperationException("A policy always has a version in force.")) ? from.Id : target.Key!.Text(Earlier),
        },
        (clients, request, cancellation) => clients.IdentityManagement(target.Region).SetDefaultPolicyVersionAsync(request, cancellation));

    private static bool IsOther(RepairTarget target, RepairState state) => PolicyVersionSetting.DigestOf(state.Member(Document)!) == target.Key!.Text(Digest);

    private static async Task<string?> ReadDefaultAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.GetPolicy,
                target.Region,
                cancellation => context.Clients.IdentityManagement(target.Region).GetPolicyAsync(new GetPolicyRequest { PolicyArn = target.ResourceId }, cancellation)).ConfigureAwait(false);
            return answer.Policy?.DefaultVersionId ?? throw ApiCaller.Broken(RepairOperations.GetPolicy, target.Region, "The answer has no DefaultVersionId.");
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return null;
        }
    }
}
