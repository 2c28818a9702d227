using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Reads the error documents of the JSON protocols.</summary>
internal static class JsonError
{
    public static AmazonServiceException Read(Stream stream, IWebResponseData response, Exception inner, HttpStatusCode status)
    {
        var code = response.GetHeaderValue("x-amzn-ErrorType");
        string? message = null;
        try
        {
            using var document = JsonDocument.Parse(stream);

            // Where there is a header, it names the error; a member Code may then say more closely what was wrong.
            code = !string.IsNullOrEmpty(code) ? code : Text(document.RootElement, "__type") ?? Text(document.RootElement, "code");
            message = Text(document.RootElement, "message");
        }
        catch (JsonException)
        {
            // A proxy or load balancer answered in a language of its own: its status is all there is.
        }

        return WireException.Make(Bare(code), message, response.GetHeaderValue("x-amzn-RequestId"), status, inner);
    }

    private static string? Text(JsonElement error, string name)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in error.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String)
            {
                return property.Value.GetString();
            }
        }

        return null;
    }

    // The code may stand between a namespace and a link: "com.amazonaws.cloudtrail.v20131101#TrailNotFoundException:http://…".
    private static string? Bare(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var withoutNamespace = code!.Substring(code.IndexOf('#') + 1);
        var link = withoutNamespace.IndexOf(':');
        return link < 0 ? withoutNamespace : withoutNamespace.Substring(0, link);
    }
}
