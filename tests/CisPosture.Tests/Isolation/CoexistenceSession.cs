namespace CisPosture.Tests.Isolation;

/// <summary>A session that holds something of another module, and what a user does in it.</summary>
internal sealed record CoexistenceSession
{
    /// <summary>The heading of the table that it stands in.</summary>
    public required string Table { get; init; }

    /// <summary>What the session holds and since when, as the table says it.</summary>
    public required string Holds { get; init; }

    /// <summary>The lines that come before the cells.</summary>
    public required IReadOnlyList<string> Preparation { get; init; }

    /// <summary>The files that others loaded into the default context, by the name of their assembly.</summary>
    public IReadOnlyDictionary<string, string> Strangers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the user does, in this order.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }
}
