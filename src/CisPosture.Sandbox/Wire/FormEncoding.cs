namespace CisPosture.Sandbox.Wire;

/// <summary>The name=value&amp;… encoding of query strings and forms.</summary>
internal static class FormEncoding
{
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(mark < 0 ? new(Decode(part), "") : new(Decode(part[..mark]), Decode(part[(mark + 1)..])));
        }

        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
