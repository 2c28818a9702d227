using CisPosture.Policies;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A policy without the statements that allow everything.</summary>
internal sealed record NarrowedPolicy
{
    private const string Statement = nameof(Statement);

    // AWS allows this to everybody, whatever policies say; a policy has to have a statement.
    private static readonly RepairState AllowsNothingMore = RepairState.Of(("Effect", "Allow"), ("Action", "sts:GetCallerIdentity"), ("Resource", "*"));

    private NarrowedPolicy(RepairState document, IReadOnlyList<string> removed) => (Document, Removed) = (document, removed);

    /// <summary>The document without those statements.</summary>
    public RepairState Document { get; }

    /// <summary>What the statements are called: their Sid, or their number.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <summary>Whether one of them allowed everything without a condition.</summary>
    public bool IsUnconditional { get; private init; }

    /// <summary>Whether what is left denies something.</summary>
    public bool Denies { get; private init; }

    /// <summary>Takes out of a document what control 1.22 fails.</summary>
    /// <param name="document">The document.</param>
    /// <param name="includesNotAction">Whether statements that allow everything but a few actions count.</param>
    /// <returns>The rest; null where no statement allows everything.</returns>
    public static NarrowedPolicy? Of(RepairState document, bool includesNotAction)
    {
        var statements = (document.Member(Statement) is { } single ? [single] : document.Items(Statement))
            .Select((state, index) => (State: state, Number: index + 1, Meaning: MeaningOf(state)))
            .ToList();
        var granting = statements.Where(statement => statement.Meaning?.AllowsEverything == true || (includesNotAction && statement.Meaning?.AllowsAllActionsButSome == true)).ToList();
        if (granting.Count == 0)
        {
            return null;
        }

        var left = statements.Except(granting).ToList();
        return new NarrowedPolicy(
            document.With(Statement, left.Count == 0 ? new List<RepairState> { AllowsNothingMore } : left.ConvertAll(statement => statement.State)),
            [.. granting.Select(statement => string.IsNullOrEmpty(statement.Meaning!.Sid) ? $"#{statement.Number}" : statement.Meaning.Sid!)])
        {
            IsUnconditional = granting.Exists(statement => statement.Meaning!.AllowsEverything && statement.Meaning.Conditions.Count == 0),
            Denies = left.Exists(statement => statement.Meaning?.Effect != PolicyEffect.Allow),
        };
    }

    private static PolicyStatement? MeaningOf(RepairState statement) =>
        PolicyDocument.TryParse(RepairState.Of((Statement, statement)).Json, out var document, out _) ? document.Statements[0] : null;
}
