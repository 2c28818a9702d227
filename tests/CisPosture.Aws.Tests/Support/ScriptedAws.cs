using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CisPosture.Aws.Tests.Support;

/// <summary>Answers requests from a script instead of a network, and remembers them. What is not in the script fails the test.</summary>
internal sealed class ScriptedAws : HttpMessageHandler
{
    private static readonly Regex CredentialScope = new(@"Credential=[^/]+/\d+/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    private static readonly Regex FormAction = new(@"(^|&)Action=(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private readonly ConcurrentDictionary<string, Func<AwsCall, Task<HttpResponseMessage>>> _script = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<AwsCall> _calls = new();

    public IReadOnlyCollection<AwsCall> Calls => _calls;

    public AwsCall OnlyCall => _calls.Single();

    public IEnumerable<AwsCall> CallsOf(string operation) => _calls.Where(call => call.Operation == operation);

    public int CountOf(string operation) => _calls.Count(call => call.Operation == operation);

    /// <summary>Answers an operation with these one after the other, and with the last one from then on.</summary>
    public ScriptedAws On(string operation, params (int Status, string Body)[] answers)
    {
        var next = -1;
        return On(operation, _ => Answer(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]));
    }

    public ScriptedAws On(string operation, string body) => On(operation, (200, body));

    public ScriptedAws On(string operation, Func<AwsCall, HttpResponseMessage> answer) => OnAsync(operation, call => Task.FromResult(answer(call)));

    public ScriptedAws OnAsync(string operation, Func<AwsCall, Task<HttpResponseMessage>> answer)
    {
        _script[operation] = answer;
        return this;
    }

    public static HttpResponseMessage Answer((int Status, string Body) answer) => new((HttpStatusCode)answer.Status)
    {
        Content = new StringContent(answer.Body, Encoding.UTF8, answer.Body.TrimStart().StartsWith('<') ? "application/xml" : "application/x-amz-json-1.1"),
        Headers = { { "x-amzn-RequestId", "11111111-2222-3333-4444-555555555555" }, { "x-amz-request-id", "0123456789ABCDEF" } },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = await ReadAsync(request, cancellationToken);
        _calls.Enqueue(call);
        var response = _script.TryGetValue(call.Operation, out var answer)
            ? await answer(call).WaitAsync(cancellationToken)
            : throw new InvalidOperationException($"The script has no answer for {call.Operation} in {call.Region}: {call.Address} {call.Body}");
        response.RequestMessage = request;
        return response;
    }

    private static async Task<AwsCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var scope = CredentialScope.Match(headers["Authorization"]);
        var service = scope.Groups["service"].Value;
        var name = headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.')[^1]
            : FormAction.Match(body) is { Success: true } action ? action.Groups["name"].Value
            : RestName(request.RequestUri!);
        return new AwsCall($"{service}:{name}", scope.Groups["region"].Value, request.RequestUri!, headers, body);
    }

    private static string RestName(Uri address) => address.AbsolutePath switch
    {
        "/findings" => "GetFindings",
        "/findings/import" => "BatchImportFindings",
        "/findings/batchupdate" => "BatchUpdateFindings",
        var path when path.EndsWith("/configuration/publicAccessBlock", StringComparison.Ordinal) => "GetAccountPublicAccessBlock",
        _ => address.Query.TrimStart('?').Split('&', '=')[0] switch
        {
            "location" => "GetBucketLocation",
            "acl" => "GetBucketAcl",
            "policyStatus" => "GetBucketPolicyStatus",
            "publicAccessBlock" => "GetPublicAccessBlock",
            "ownershipControls" => "GetBucketOwnershipControls",
            "logging" => "GetBucketLogging",
            var other => throw new InvalidOperationException($"The script does not know the request {address} ({other})."),
        },
    };

}
