using CisPosture.Sandbox.Signing;
using Microsoft.AspNetCore.Http.Features;

namespace CisPosture.Sandbox.Wire;

/// <summary>An HTTP request with its body read and its target kept as it was sent, because signatures cover the raw form.</summary>
internal sealed class AwsRequest
{
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> _query;
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> _form;

    public AwsRequest(string method, string rawTarget, IHeaderDictionary headers, byte[] body)
    {
        Method = method;
        Headers = headers;
        Body = body;
        (RawPath, RawQuery) = SplitTarget(rawTarget);
        _query = new(() => FormEncoding.Parse(RawQuery));
        _form = new(() => IsForm ? FormEncoding.Parse(System.Text.Encoding.UTF8.GetString(Body)) : []);
    }

    public string Method { get; }

    /// <summary>The path as sent, without scheme and host even when a proxy's absolute form was used.</summary>
    public string RawPath { get; }

    public string RawQuery { get; }

    public IHeaderDictionary Headers { get; }

    public byte[] Body { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Query => _query.Value;

    public IReadOnlyList<KeyValuePair<string, string>> Form => _form.Value;

    /// <summary>The host without its port.</summary>
    public string Host => HostString.FromUriComponent(Headers.Host.ToString()).Host;

    /// <summary>The service that the request is signed for.</summary>
    public string SignedService => AuthorizationHeader.Parse(Header("Authorization") ?? "")?.Scope.Service ?? "unsigned";

    private bool IsForm => Headers.ContentType.ToString().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static async Task<AwsRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new AwsRequest(context.Request.Method, target, context.Request.Headers, body.ToArray());
    }

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    private static (string Path, string Query) SplitTarget(string rawTarget)
    {
        if (!rawTarget.StartsWith('/'))
        {
            var authority = rawTarget.IndexOf("://", StringComparison.Ordinal);
            var path = authority < 0 ? -1 : rawTarget.IndexOf('/', authority + 3);
            rawTarget = path < 0 ? "/" : rawTarget[path..];
        }

        var mark = rawTarget.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (rawTarget, "") : (rawTarget[..mark], rawTarget[(mark + 1)..]);
    }
}
