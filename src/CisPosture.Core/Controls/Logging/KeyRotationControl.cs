using CisPosture.Accounts;

namespace CisPosture.Controls.Logging;

/// <summary>2.8: automatic rotation is on for every key of the customer that can be rotated.</summary>
internal sealed class KeyRotationControl : RegionControl
{
    private const string IncludeNotApplicable = nameof(IncludeNotApplicable);

    public KeyRotationControl(CisControl definition)
        : base(definition)
    {
    }

    protected override IReadOnlyList<EvidenceKind> Requires(ControlSettings settings) => [EvidenceKind.KmsKeys];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 key is rotated automatically." : $"{count} keys are rotated automatically.";

    protected override IEnumerable<Verdict> JudgeRegion(AccountEvidence evidence, RegionEvidence region, ControlSettings settings)
    {
        if (!region.KmsKeys.TryGet(out var keys, out var gap))
        {
            return [Unknown(JudgedResource.Account(evidence, region.Region), gap)];
        }

        var verdicts = keys.Select(key => JudgeKey(evidence, region, key, settings.IsOn(IncludeNotApplicable))).ToList();
        return verdicts.Any(verdict => verdict.ReasonCode != ReasonCode.NotApplicable)
            ? verdicts
            : [.. verdicts, NothingToJudge(JudgedResource.Account(evidence, region.Region), $"{region.Region} holds no key that could be rotated automatically.")];
    }

    private Verdict JudgeKey(AccountEvidence evidence, RegionEvidence region, KmsKey key, bool listsNotApplicable)
    {
        var resource = new JudgedResource(Definition.ResourceType, key.Arn, region.Region);

        // A key policy may deny this one key; that says nothing of the others.
        if (!key.Metadata.TryGet(out var metadata, out var gap))
        {
            return Unknown(resource, gap);
        }

        var obstacle = RotationObstacle.Of(metadata, evidence.AccountId);
        var verdict = obstacle is null
            ? JudgeRotation(resource, key)
            : NotAvailable(resource, obstacle, ReasonCode.NotApplicable) with { IsHidden = !listsNotApplicable };
        return verdict with { Facts = FactsOf(metadata).With(verdict.Facts) };
    }

    private static Verdict JudgeRotation(JudgedResource resource, KmsKey key)
    {
        var rotation = key.IsRotationEnabled ?? Evidence<bool>.NotCollected;
        if (!rotation.TryGet(out var isOn, out var gap))
        {
            return Unknown(resource, gap);
        }

        var verdict = isOn
            ? Passed(resource, $"Key {key.KeyId} is rotated automatically.")
            : Failed(resource, $"Key {key.KeyId} is not rotated automatically.");
        return verdict with { Facts = Facts.Of(("IsRotationEnabled", isOn)) };
    }

    private static IReadOnlyDictionary<string, object?> FactsOf(KmsKeyMetadata metadata) => Facts.Of(
        ("KeyId", metadata.KeyId),
        ("KeyManager", metadata.KeyManager),
        ("KeyState", metadata.KeyState),
        ("KeySpec", metadata.KeySpec),
        ("Origin", metadata.Origin),
        ("MultiRegionKeyType", metadata.MultiRegionKeyType),
        ("PrimaryKeyArn", metadata.PrimaryKeyArn));
}
