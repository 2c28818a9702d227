namespace CisPosture.Sandbox.Wire;

/// <summary>A map of an AWS answer; Query writes it as entries, JSON as an object.</summary>
internal sealed record Map(IReadOnlyList<KeyValuePair<string, object>> Entries)
{
    public static Map Of<TValue>(IEnumerable<KeyValuePair<string, TValue>> entries)
        where TValue : notnull =>
        new(entries.Select(entry => new KeyValuePair<string, object>(entry.Key, entry.Value)).ToArray());
}
