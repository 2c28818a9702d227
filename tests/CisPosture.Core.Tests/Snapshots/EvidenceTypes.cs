using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Snapshots;

/// <summary>The records that evidence is made of, found by following declarations from an account.</summary>
internal static class EvidenceTypes
{
    public static readonly IReadOnlyCollection<Type> All = Find();

    private static HashSet<Type> Find()
    {
        var found = new HashSet<Type> { typeof(EvidenceGap) };
        var open = new Queue<Type>([typeof(AccountEvidence)]);
        while (open.TryDequeue(out var type))
        {
            foreach (var part in type.GetGenericArguments())
            {
                open.Enqueue(part);
            }

            if (type.Namespace == typeof(AccountEvidence).Namespace && !type.IsGenericType && found.Add(type))
            {
                foreach (var property in type.GetProperties())
                {
                    open.Enqueue(property.PropertyType);
                }
            }
        }

        return found;
    }
}
