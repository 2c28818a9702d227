using System.IO.Enumeration;
using CisPosture.Sandbox.Services.Policies;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>What a key's policy lets whom do. Without the policy's word not even the account's owner gets in.</summary>
internal static class KeyPolicy
{
    public const string Name = "default";

    private const int Longest = 32 * 1024;

    /// <summary>The key's policy as it stands.</summary>
    public static string Document(SandboxAccount account, KmsKey key) => key.Policy ?? Default(account);

    /// <summary>The policy of a key that was made without: IAM decides.</summary>
    public static string Default(SandboxAccount account) => $$"""
        {
          "Version" : "2012-10-17",
          "Id" : "key-default-1",
          "Statement" : [ {
            "Sid" : "Enable IAM User Permissions",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "{{account.Arn("iam", "", "root")}}"
            },
            "Action" : "kms:*",
            "Resource" : "*"
          } ]
        }
        """;

    /// <summary>Whether the caller, by name or as one of the account's, may do this with the key.</summary>
    public static bool Lets(ApiCall call, KmsKey key, string action) =>
        !key.IsClosedByPolicy && (key.Policy is not { } policy || Lets(policy, action, principal => IsCaller(call, principal)));

    /// <summary>Whether an AWS service may do this with the key; the context holds what the service says of itself, such as the encryption context.</summary>
    public static bool LetsService(ApiCall call, KmsKey key, string service, string action, params IEnumerable<KeyValuePair<string, string>> context) =>
        PolicyEvaluation.Allows([Document(call.Account, key)], AccessRequest.OfService(service, action, KeyLookup.Arn(call, key), context));

    /// <summary>The policy of a request, refused where it is none or would lock its writer out.</summary>
    public static string? Read(ApiCall call)
    {
        if (call.Input.Text("Policy") is not { Length: > 0 } policy) return null;
        if (policy.Length > Longest) throw KmsErrors.LimitExceeded("The policy document exceeds the size limit of 32 KB.");
        if (new PolicyGrammar(PolicyKind.Resource, call.Account).FirstFault(policy) is { } fault) throw KmsErrors.MalformedPolicy(Words(fault));
        if (call.Input.Flag("BypassPolicyLockoutSafetyCheck") is true || Lets(policy, "kms:PutKeyPolicy", principal => IsCaller(call, principal))) return policy;
        throw KmsErrors.MalformedPolicy("The new key policy will not allow you to update the key policy in the future.");
    }

    /// <summary>A condition may fail, so that an allowance under one is none and a denial under one does not count either.</summary>
    private static bool Lets(string policy, string action, Func<PolicyPrincipal, bool> isAsking)
    {
        var applying = Statements(policy).Where(statement => statement.Condition is null && Covers(statement, action) && statement.Principals.Any(isAsking)).ToArray();
        return applying.Length > 0 && applying.All(statement => statement.IsAllow);
    }

    private static IReadOnlyList<PolicyStatement> Statements(string policy) =>
        PolicyReading.Parse(policy) is { } document ? PolicyReading.Statements(document) ?? [] : [];

    private static bool Covers(PolicyStatement statement, string action) =>
        statement.Actions.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true)) == statement.Has("Action");

    /// <summary>Naming the account leaves it to IAM, which lets the sandbox's callers do everything that it was not told to deny.</summary>
    private static bool IsCaller(ApiCall call, PolicyPrincipal principal) => principal.Kind is "AWS" or "*"
        && (principal.Name == "*" || principal.Name == call.Account.AccountId || principal.Name == call.Account.Arn("iam", "", "root") || principal.Name == call.Caller!.Arn || principal.Name == call.Caller.RoleArn);

    private static string Words(PolicyFault fault) => fault.Kind switch
    {
        PolicyFaultKind.NotJson => "The policy is not valid JSON.",
        PolicyFaultKind.NoPrincipal => "Policy contains a statement with no principal.",
        PolicyFaultKind.Principal => "Policy contains a statement with one or more invalid principals.",
        PolicyFaultKind.NoAction or PolicyFaultKind.Action => "Policy contains a statement with an invalid action.",
        PolicyFaultKind.NoResource or PolicyFaultKind.Resource => "Policy contains a statement with an invalid resource.",
        _ => $"The policy document is malformed: {fault.Kind} {fault.Subject}".TrimEnd(),
    };
}
