using CisPosture.Accounts;

namespace CisPosture.Aws.Collectors;

/// <summary>Reads one kind of evidence, or several that one listing gives, once a scan.</summary>
internal abstract class Collector(CollectionContext context)
{
    /// <summary>What it reads.</summary>
    public abstract IReadOnlyList<EvidenceKind> Kinds { get; }

    protected CollectionContext Context { get; } = context;

    public abstract Task CollectAsync();
}
