namespace CisPosture.Sandbox.State.S3;

/// <summary>An object in a bucket, without what is in it.</summary>
public sealed class StoredObject
{
    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long Size { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset LastModified { get; init; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);
}
