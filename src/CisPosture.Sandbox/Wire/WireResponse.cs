using System.Net;

namespace CisPosture.Sandbox.Wire;

/// <summary>An answer as it goes out.</summary>
internal sealed record WireResponse(HttpStatusCode Status, string? ContentType, byte[] Body)
{
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.Ordinal);

    public async Task SendAsync(HttpContext context)
    {
        context.Response.StatusCode = (int)Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        if (ContentType is not null) context.Response.ContentType = ContentType;
        context.Response.ContentLength = HttpMethods.IsHead(context.Request.Method) ? null : Body.Length;
        if (Body.Length > 0 && !HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
