using System.Net;
using System.Xml.Linq;

namespace CisPosture.Sandbox.Wire;

/// <summary>What an operation answers: a structure, or for REST services a document of its own, headers and a status.</summary>
internal sealed record ApiResult
{
    /// <summary>The answer of an operation that has none; one that answers a structure without members gives an empty <see cref="Structure"/>.</summary>
    public static readonly ApiResult Empty = new();

    public Structure Body { get; init; } = [];

    /// <summary>The document of a REST-XML operation; null for an empty body.</summary>
    public XElement? Document { get; init; }

    /// <summary>The body of the one operation that answers in JSON rather than XML: S3's GetBucketPolicy.</summary>
    public string? Text { get; init; }

    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static implicit operator ApiResult(Structure body) => new() { Body = body };

    public static implicit operator ApiResult(XElement document) => new() { Document = document };
}
