using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>What S3 takes for a bucket policy: a policy document about this bucket, its objects and S3's actions on them.</summary>
internal static class BucketPolicyRules
{
    private const int Longest = 20 * 1024;
    private const string Prefix = "s3:";

    public static void Check(ApiCall call, Bucket bucket, string document)
    {
        if (document.Length == 0) throw new ApiException("MissingRequestBodyError", "Request Body is empty");
        if (call.Request.Body.Length > Longest) throw new ApiException("PolicyTooLarge", "Policy exceeds the maximum allowed document size.");
        if (new PolicyGrammar(PolicyKind.Resource, call.Account).FirstFault(document) is { } fault) throw Malformed(Words(fault));
        foreach (var statement in PolicyReading.Statements(PolicyReading.Parse(document)!)!) Check(statement, $"arn:{call.Account.Partition}:s3:::{bucket.Name}");
    }

    private static void Check(PolicyStatement statement, string bucketArn)
    {
        if (statement.Resources.Any(resource => resource != bucketArn && !resource.StartsWith($"{bucketArn}/", StringComparison.Ordinal))) throw Malformed("Policy has invalid resource");
        if (statement.Actions.Any(action => action != "*" && !action.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))) throw Malformed("Policy has invalid action");
        if (statement.Has("Action") && statement.Actions.Any(action => !statement.Resources.Any(resource => Applies(action, isBucket: resource == bucketArn)))) throw Malformed("Action does not apply to any resource(s) in statement");
    }

    /// <summary>An action on objects has no use for the bucket itself, and the other way round. With a wildcard it may be either.</summary>
    private static bool Applies(string action, bool isBucket)
    {
        if (action.AsSpan().IndexOfAny('*', '?') >= 0) return true;
        var isOfBucket = action.Contains("Bucket", StringComparison.OrdinalIgnoreCase) || action.EndsWith("Configuration", StringComparison.OrdinalIgnoreCase);
        return isOfBucket == isBucket;
    }

    private static string Words(PolicyFault fault) => fault.Kind switch
    {
        PolicyFaultKind.NotJson => "Policies must be valid JSON and the first byte must be '{'",
        PolicyFaultKind.UnknownMember => $"Unknown field {fault.Subject}",
        PolicyFaultKind.Version => "The policy must contain a valid version string",
        PolicyFaultKind.NoStatement => "Missing required field Statement",
        PolicyFaultKind.Effect when fault.Subject.Length > 0 => $"Invalid effect: {fault.Subject}",
        PolicyFaultKind.Effect => "Missing required field Effect",
        PolicyFaultKind.NoAction => "Missing required field Action",
        PolicyFaultKind.Action => "Policy has invalid action",
        PolicyFaultKind.NoResource => "Missing required field Resource",
        PolicyFaultKind.Resource => "Policy has invalid resource",
        PolicyFaultKind.NoPrincipal => "Missing required field Principal",
        PolicyFaultKind.Principal => "Invalid principal in policy",
        PolicyFaultKind.Condition => "Policy has an invalid condition",
        PolicyFaultKind.DuplicateStatementId => "Statement IDs (SID) in a single policy must be unique",
        _ => "This policy contains invalid Json",
    };

    private static ApiException Malformed(string message) => new("MalformedPolicy", message);
}
