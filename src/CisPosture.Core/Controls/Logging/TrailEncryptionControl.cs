using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>2.7: every trail names a KMS key of its own; a bucket that encrypts by default does not count.</summary>
internal sealed class TrailEncryptionControl : TrailSettingControl
{
    public TrailEncryptionControl(CisControl definition)
        : base(definition)
    {
    }

    public override IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => [EvidenceKind.TrailKeys];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 trail encrypts its log files with a KMS key." : $"{count} trails encrypt their log files with a KMS key.";

    protected override Verdict JudgeOwn(AccountEvidence evidence, TrailAssessment trail, JudgedResource resource, ControlSettings settings)
    {
        var key = trail.Trail.KmsKeyId;
        if (string.IsNullOrEmpty(key))
        {
            return Failed(resource, $"Trail {trail.Trail.Name} does not encrypt its log files with a KMS key.") with
            {
                Facts = Facts.Of(("TrailName", trail.Trail.Name)),
            };
        }

        return Passed(resource, $"Trail {trail.Trail.Name} encrypts its log files with a KMS key.") with
        {
            Facts = Facts.Of(("TrailName", trail.Trail.Name), ("KmsKeyId", key)),
            Notes = [.. NotesOn(evidence, key!)],
        };
    }

    private static IEnumerable<string> NotesOn(AccountEvidence evidence, string key)
    {
        var found = evidence.TrailKeys.TryGetValue(key, out var read) ? read : Evidence<KmsKeyMetadata>.NotCollected;
        if (found.Gap?.ErrorCode == "NotFoundException")
        {
            yield return $"Key {key} does not exist, so delivery will fail.";
        }

        if (found.Value is { KeyState: not "Enabled" } idle)
        {
            yield return $"Key {idle.Arn} is in state {idle.KeyState}, so delivery will fail.";
        }

        var owner = found.Value?.AccountId ?? (Arn.TryParse(key, out var arn) ? arn.AccountId : evidence.AccountId);
        if (owner != evidence.AccountId)
        {
            yield return $"The key belongs to account {owner}, which can cut off delivery.";
        }
    }
}
