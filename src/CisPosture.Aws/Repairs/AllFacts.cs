using CisPosture.Aws.Repairs.Facts;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>Every kind of fact that steps stand on: those that only AWS changes, and the settings.</summary>
internal static class AllFacts
{
    private static readonly Dictionary<string, Fact> ByKind = AllSettings.All
        .Concat<Fact>([new AccessKeyUseFact(), new PasswordUseFact(), new PolicyHoldersFact()])
        .ToDictionary(fact => fact.Kind, StringComparer.Ordinal);

    public static IReadOnlyCollection<Fact> All => ByKind.Values;

    /// <summary>The kind of a target that a planner made.</summary>
    public static Fact Of(RepairTarget target) => ByKind[target.Kind];
}
