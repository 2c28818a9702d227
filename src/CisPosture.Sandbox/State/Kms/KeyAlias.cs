namespace CisPosture.Sandbox.State.Kms;

/// <summary>A name of a key.</summary>
public sealed class KeyAlias
{
    /// <summary>The name, without "alias/".</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationDate { get; init; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>When it was last given to a key; null where it is with its first.</summary>
    public DateTimeOffset? LastUpdatedDate { get; init; }
}
