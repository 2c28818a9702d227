using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Reads the policy documents of requests, and refuses them in IAM's words.</summary>
internal static class IamDocuments
{
    public const int TrustQuota = 2048;
    public const int ManagedQuota = 6144;

    private const int Longest = 131_072;

    public static string Identity(ApiCall call, string parameter = "PolicyDocument") => Read(call, parameter, PolicyKind.Identity);

    public static string Trust(ApiCall call, string parameter)
    {
        var document = Read(call, parameter, PolicyKind.Trust);
        return Size(document) <= TrustQuota ? document : throw IamErrors.OverQuota("ACLSizePerRole", TrustQuota);
    }

    public static string Managed(ApiCall call)
    {
        var document = Identity(call);
        return Size(document) <= ManagedQuota ? document : throw IamErrors.OverQuota("PolicySize", ManagedQuota);
    }

    /// <summary>IAM does not count white space.</summary>
    public static int Size(string document) => document.Count(character => !char.IsWhiteSpace(character));

    private static string Read(ApiCall call, string parameter, PolicyKind kind)
    {
        var document = call.Input.Required(parameter);
        if (document.Length > Longest) throw call.Errors.Invalid(parameter, document, $"Member must have length less than or equal to {Longest}");
        if (document.Any(character => character > 0xFF)) throw new ApiException("ValidationError", $"The specified value for {char.ToLowerInvariant(parameter[0])}{parameter[1..]} is invalid. It must contain only printable ASCII characters.");
        return new PolicyGrammar(kind, call.Account).FirstFault(document) is { } fault ? throw Malformed(fault, kind) : document;
    }

    private static ApiException Malformed(PolicyFault fault, PolicyKind kind) => new("MalformedPolicyDocument", fault.Kind switch
    {
        PolicyFaultKind.NotJson => kind == PolicyKind.Trust ? "This policy contains invalid Json" : "Syntax errors in policy.",
        PolicyFaultKind.Version => "The policy must contain a valid version string",
        PolicyFaultKind.NoStatement => "Syntax errors in policy.",
        PolicyFaultKind.Effect => "Missing required field Effect",
        PolicyFaultKind.NoAction => "Policy statement must contain actions.",
        PolicyFaultKind.Action when kind == PolicyKind.Trust => "AssumeRole policy may only specify STS AssumeRole actions.",
        PolicyFaultKind.Action => "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        PolicyFaultKind.NoResource => "Policy statement must contain resources.",
        PolicyFaultKind.Resource => $"Resource {fault.Subject} must be in ARN format or \"*\".",
        PolicyFaultKind.ProhibitedResource => $"Has prohibited field {fault.Subject}",
        PolicyFaultKind.NoPrincipal => "Missing required field Principal",
        PolicyFaultKind.Principal => $"Invalid principal in policy: {fault.Subject}",
        PolicyFaultKind.ProhibitedPrincipal => "Policy document should not specify a principal.",
        PolicyFaultKind.StatementId => "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
        PolicyFaultKind.DuplicateStatementId => "Statement IDs (SID) in a single policy must be unique.",
        _ => "Syntax errors in policy.",
    });
}
