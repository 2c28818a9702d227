using System.Net;
using System.Xml;

namespace CisPosture.Sandbox.Wire;

/// <summary>An error that AWS answers a request with: the service's own code, message and HTTP status.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Makes the error.</summary>
    public ApiException(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest)
        : base(Printable(message))
    {
        Code = code;
        Status = status;
    }

    /// <summary>The code as it stands on the wire.</summary>
    public string Code { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Whether the service, not the caller, is at fault.</summary>
    public bool IsServerFault => (int)Status >= 500;

    /// <summary>Further members of the error, such as S3's Region and BucketName.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>HTTP headers of the error, such as S3's x-amz-bucket-region.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Messages quote what clients send, and not every character may stand in XML.</summary>
    private static string Printable(string message) => string.Concat(message.Select(character => XmlConvert.IsXmlChar(character) ? character : '?'));
}
