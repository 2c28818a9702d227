using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;
using Microsoft.AspNetCore.Http;

namespace CisPosture.Sandbox.Tests;

/// <summary>Sends requests as an AWS client would, and wrong in the one way that a test wants.</summary>
internal sealed class WireClient : IDisposable
{
    private readonly HttpClient _http;

    public WireClient(SandboxServer sandbox, Uri? endpoint = null, HttpMessageHandler? handler = null)
    {
        Endpoint = endpoint ?? sandbox.Endpoint;
        _http = new HttpClient(handler ?? new HttpClientHandler());
    }

    public Uri Endpoint { get; }

    public string AccessKeyId { get; init; } = "test";

    public string SecretAccessKey { get; init; } = "test";

    public string? SessionToken { get; init; }

    public string Region { get; init; } = "us-east-1";

    /// <summary>The service to sign for; null signs for the right one.</summary>
    public string? SigningName { get; init; }

    public DateTimeOffset Now { get; init; } = TimeProvider.System.GetUtcNow();

    public Task<WireAnswer> IamAsync(string action, params (string Name, string Value)[] parameters) => QueryAsync("iam", "2010-05-08", action, parameters);

    public Task<WireAnswer> StsAsync(string action, params (string Name, string Value)[] parameters) => QueryAsync("sts", "2011-06-15", action, parameters);

    public Task<WireAnswer> Ec2Async(string action, params (string Name, string Value)[] parameters) => QueryAsync("ec2", "2016-11-15", action, parameters);

    public Task<WireAnswer> QueryAsync(string service, string version, string action, params (string Name, string Value)[] parameters)
    {
        var pairs = parameters.Append(("Action", action)).Append(("Version", version));
        var body = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        return SendAsync(service, HttpMethod.Post, "/", new() { ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8" }, Encoding.UTF8.GetBytes(body));
    }

    public Task<WireAnswer> JsonAsync(string service, string target, string body) =>
        SendAsync(service, HttpMethod.Post, "/", new() { ["content-type"] = "application/x-amz-json-1.1", ["x-amz-target"] = target }, Encoding.UTF8.GetBytes(body));

    public Task<WireAnswer> SnsAsync(string action, params (string Name, string Value)[] parameters) => QueryAsync("sns", "2010-03-31", action, parameters);

    public Task<WireAnswer> S3Async(string target, params (string Name, string Value)[] headers) =>
        SendAsync("s3", HttpMethod.Get, target, headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.Ordinal), []);

    /// <summary>Signs and sends; <paramref name="tamper"/> changes the request after it was signed.</summary>
    public async Task<WireAnswer> SendAsync(string service, HttpMethod method, string target, Dictionary<string, string> headers, byte[] body, Action<HttpRequestMessage>? tamper = null)
    {
        var signed = Signed(SigningName ?? service, method, target, headers, body);
        using var request = new HttpRequestMessage(method, new Uri(Endpoint, target)) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in signed.Where(header => header.Key is not "content-type" and not "host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        if (signed.TryGetValue("content-type", out var type)) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        tamper?.Invoke(request);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new WireAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", text)
        {
            Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    public void Dispose() => _http.Dispose();

    private Dictionary<string, string> Signed(string service, HttpMethod method, string target, Dictionary<string, string> headers, byte[] body)
    {
        var timestamp = Now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var all = new SortedDictionary<string, string>(headers, StringComparer.Ordinal) { ["host"] = Endpoint.Authority, ["x-amz-date"] = timestamp };
        if (SessionToken is not null) all["x-amz-security-token"] = SessionToken;
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in all) dictionary[name] = value;
        var scope = new CredentialScope(timestamp[..8], Region, service);
        var header = new AuthorizationHeader(AccessKeyId, scope, all.Keys.ToArray(), "");
        var signature = SignatureV4.Compute(new AwsRequest(method.Method, target, dictionary, body), header, SecretAccessKey, timestamp, SignatureV4.Hash(body), service == "s3");
        return new(all, StringComparer.Ordinal)
        {
            ["authorization"] = $"{AuthorizationHeader.Algorithm} Credential={AccessKeyId}/{scope}, SignedHeaders={string.Join(';', all.Keys)}, Signature={signature}",
        };
    }
}
