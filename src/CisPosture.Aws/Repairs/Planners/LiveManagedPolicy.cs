using CisPosture.Policies;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A managed policy.</summary>
internal sealed record LiveManagedPolicy
{
    public required string Arn { get; init; }

    /// <summary>The number of the version in force, such as v2.</summary>
    public required string DefaultVersionId { get; init; }

    /// <summary>Documents by the number of the version; null for one that cannot be read.</summary>
    public required IReadOnlyDictionary<string, RepairState?> Versions { get; init; }

    public bool IsAttachable { get; init; } = true;

    public string Name => IamName.Of(Arn);

    /// <summary>The document in force; null where it cannot be read.</summary>
    public RepairState? Document => Versions.TryGetValue(DefaultVersionId, out var document) ? document : null;

    /// <summary>What the document in force says; null where it cannot be read.</summary>
    public PolicyDocument? Meaning => PolicyDocument.TryParse(Document?.Json, out var meaning, out _) ? meaning : null;

    /// <summary>Whether AWS keeps the policy itself.</summary>
    public bool IsAwsManaged => Arn.Contains(":iam::aws:");
}
