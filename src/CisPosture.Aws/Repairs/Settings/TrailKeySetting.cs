using Amazon.CloudTrail.Model;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The KMS key that a trail encrypts its log files with.</summary>
internal sealed class TrailKeySetting : TrailAttributeSetting
{
    public const string Name = "TrailKey";

    public override string Kind => Name;

    // A changed key policy takes a while to be known everywhere.
    protected override IReadOnlyList<string> PropagationErrors => ["InsufficientEncryptionPolicyException"];

    public static RepairState Of(string? keyArn) => RepairState.Of((nameof(Trail.KmsKeyId), string.IsNullOrEmpty(keyArn) ? null : keyArn));

    protected override RepairState StateOf(Trail trail) => Of(trail.KmsKeyId);

    protected override UpdateTrailRequest With(UpdateTrailRequest request, RepairState state)
    {
        request.KmsKeyId = state.Text(nameof(Trail.KmsKeyId)) ?? string.Empty;
        return request;
    }
}
