using System.Net;

namespace CisPosture.Sandbox.Wire;

/// <summary>An answer as it goes out.</summary>
internal sealed record WireResponse(HttpStatusCode Status, string? ContentType, byte[] Body)
{
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Whether the connection breaks in the middle of it.</summary>
    public bool IsCut { get; init; }

    public async Task SendAsync(HttpContext context)
    {
        context.Response.StatusCode = (int)Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        if (ContentType is not null) context.Response.ContentType = ContentType;
        context.Response.ContentLength = HttpMethods.IsHead(context.Request.Method) ? null : Body.Length;
        if (IsCut) await BreakOffAsync(context);
        else if (Body.Length > 0 && !HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }

    private async Task BreakOffAsync(HttpContext context)
    {
        // Kestrel closes the connection after an answer that is shorter than it said; to abort would take back what was sent.
        if (Body.Length > 0 && !HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(Body.AsMemory(0, Body.Length / 2), context.RequestAborted);
        else context.Abort();
    }
}
