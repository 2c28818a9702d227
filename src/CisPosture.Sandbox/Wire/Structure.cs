using System.Collections;
using System.Text.Json.Nodes;

namespace CisPosture.Sandbox.Wire;

/// <summary>
/// A structure of an AWS answer, the same for every protocol: members in order, each a text, number, bool, <see cref="DateTimeOffset"/>,
/// byte array, list, <see cref="Structure"/>, <see cref="Map"/> or, where a service keeps documents, JSON. A null member is absent.
/// </summary>
internal sealed class Structure : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public object? this[string name]
    {
        init => Add(name, value);
    }

    public void Add(string name, object? value)
    {
        if (value is null) return;
        _members.Add(new(name, Settled(value)));
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lists are taken at once: the answer is written after the account's lock was let go.</summary>
    private static object Settled(object value) => value switch
    {
        string or byte[] or Structure or Map => value,
        JsonNode document => document.DeepClone(),
        IEnumerable list => list.Cast<object>().Select(item => item is JsonNode document ? document.DeepClone() : item).ToArray(),
        _ => value,
    };
}
