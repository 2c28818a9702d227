using System.Text.Json.Serialization;

namespace CisPosture.Sandbox.State.S3;

/// <summary>A bucket.</summary>
public sealed class Bucket
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it lies.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The owning account where it is not this one.</summary>
    public string? OwnerAccountId { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreationDate { get; set; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Its public access block; null where it has none.</summary>
    public PublicAccessBlock? PublicAccessBlock { get; set; }

    /// <summary>Who owns uploaded objects; null where nothing is set.</summary>
    public string? ObjectOwnership { get; set; } = "BucketOwnerEnforced";

    /// <summary>Grants beside the owner's full control.</summary>
    public List<Grant> Grants { get; init; } = [];

    /// <summary>Its policy; null where it has none.</summary>
    [JsonConverter(typeof(DocumentConverter))]
    public string? Policy { get; set; }

    /// <summary>Its access logging; null where it is off.</summary>
    public BucketLogging? Logging { get; set; }

    /// <summary>How new objects are encrypted; S3 leaves no bucket without.</summary>
    public BucketEncryption Encryption { get; set; } = new();

    /// <summary>Enabled or Suspended; null where versioning never was on.</summary>
    public string? Versioning { get; set; }

    /// <summary>Tags.</summary>
    public Dictionary<string, string> Tags { get; init; } = [];

    /// <summary>What lies in it.</summary>
    public List<StoredObject> Objects { get; init; } = [];
}
