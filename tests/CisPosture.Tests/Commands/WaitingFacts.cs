using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CisPosture.Tests.Commands;

/// <summary>Facts of a finding that, once they are read, wait until they are told to go on.</summary>
internal sealed class WaitingFacts(ManualResetEventSlim reached, ManualResetEventSlim mayGoOn) : IReadOnlyDictionary<string, object?>
{
    public int Count => 0;

    public IEnumerable<string> Keys => [];

    public IEnumerable<object?> Values => [];

    public object? this[string key] => throw new KeyNotFoundException();

    public bool ContainsKey(string key) => false;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        reached.Set();
        mayGoOn.Wait();
        yield break;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
