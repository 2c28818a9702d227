using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox.Services.Policies;

/// <summary>What AWS takes for a policy document, whichever service it is given to.</summary>
internal sealed partial class PolicyGrammar(PolicyKind kind, SandboxAccount account)
{
    private static readonly string[] PolicyMembers = ["Version", "Id", "Statement"];
    private static readonly string[] StatementMembers = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];
    private static readonly string[] Versions = ["2008-10-17", "2012-10-17"];

    /// <summary>Null where nothing is wrong.</summary>
    public PolicyFault? FirstFault(string document)
    {
        if (PolicyReading.Parse(document) is not { } policy) return new PolicyFault(PolicyFaultKind.NotJson);
        if (policy.Select(member => member.Key).FirstOrDefault(name => !PolicyMembers.Contains(name, StringComparer.Ordinal)) is { } stray) return new PolicyFault(PolicyFaultKind.UnknownMember, stray);
        if (policy["Version"] is { } version && !Versions.Contains(version.ToString(), StringComparer.Ordinal)) return new PolicyFault(PolicyFaultKind.Version, version.ToString());
        if (PolicyReading.Statements(policy) is not { } statements) return new PolicyFault(PolicyFaultKind.NoStatement);
        return statements.Select(FirstFault).FirstOrDefault(fault => fault is not null) ?? RepeatedId(statements);
    }

    private PolicyFault? FirstFault(PolicyStatement statement)
    {
        if (statement.Names.FirstOrDefault(name => !StatementMembers.Contains(name, StringComparer.Ordinal)) is { } stray) return new PolicyFault(PolicyFaultKind.UnknownMember, stray);
        if (statement.Effect is not ("Allow" or "Deny")) return new PolicyFault(PolicyFaultKind.Effect, statement.Effect ?? "");
        if (kind == PolicyKind.Identity && statement.Id is { } id && !StatementId().IsMatch(id)) return new PolicyFault(PolicyFaultKind.StatementId, id);
        return ActionFault(statement) ?? ResourceFault(statement) ?? PrincipalFault(statement) ?? ConditionFault(statement);
    }

    private PolicyFault? ActionFault(PolicyStatement statement)
    {
        if (statement.Has("Action") == statement.Has("NotAction") || statement.Actions.Count == 0) return new PolicyFault(PolicyFaultKind.NoAction);
        var strange = statement.Actions.FirstOrDefault(action => action != "*" && !Action().IsMatch(action));
        strange ??= kind == PolicyKind.Trust ? statement.Actions.FirstOrDefault(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)) : null;
        return strange is null ? null : new PolicyFault(PolicyFaultKind.Action, strange);
    }

    private PolicyFault? ResourceFault(PolicyStatement statement)
    {
        var (hasResource, hasNotResource) = (statement.Has("Resource"), statement.Has("NotResource"));
        if (kind == PolicyKind.Trust) return hasResource || hasNotResource ? new PolicyFault(PolicyFaultKind.ProhibitedResource, hasResource ? "Resource" : "NotResource") : null;
        if (hasResource == hasNotResource || statement.Resources.Count == 0) return new PolicyFault(PolicyFaultKind.NoResource);
        var strange = statement.Resources.FirstOrDefault(resource => resource != "*" && !Arn().IsMatch(resource));
        return strange is null ? null : new PolicyFault(PolicyFaultKind.Resource, strange);
    }

    private PolicyFault? PrincipalFault(PolicyStatement statement)
    {
        var (hasPrincipal, hasNotPrincipal) = (statement.Has("Principal"), statement.Has("NotPrincipal"));
        if (kind == PolicyKind.Identity) return hasPrincipal || hasNotPrincipal ? new PolicyFault(PolicyFaultKind.ProhibitedPrincipal) : null;
        if (hasPrincipal == hasNotPrincipal || statement.Principals.Count == 0) return new PolicyFault(PolicyFaultKind.NoPrincipal);
        var strange = statement.Principals.FirstOrDefault(principal => !IsKnown(principal));
        return strange is null ? null : new PolicyFault(PolicyFaultKind.Principal, $"\"{strange.Kind.ToUpperInvariant()}\":\"{strange.Name}\"");
    }

    private static PolicyFault? ConditionFault(PolicyStatement statement) =>
        statement.Condition is null || (statement.Condition is JsonObject operators && operators.All(entry => entry.Value is JsonObject))
            ? null
            : new PolicyFault(PolicyFaultKind.Condition);

    private static PolicyFault? RepeatedId(IReadOnlyList<PolicyStatement> statements)
    {
        var repeated = statements.Where(statement => !string.IsNullOrEmpty(statement.Id)).GroupBy(statement => statement.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        return repeated is null ? null : new PolicyFault(PolicyFaultKind.DuplicateStatementId, repeated.Key!);
    }

    private bool IsKnown(PolicyPrincipal principal) => principal.Kind switch
    {
        "*" => principal.Name == "*",
        "AWS" => principal.Name == "*" || AccountNumber().IsMatch(principal.Name) || IsKnownArn(principal.Name),
        "Service" => ServiceName().IsMatch(principal.Name),
        "Federated" => principal.Name.Length > 0 && kind == PolicyKind.Trust,
        "CanonicalUser" => CanonicalUser().IsMatch(principal.Name) && kind == PolicyKind.Resource,
        _ => false,
    };

    /// <summary>AWS looks up whom an ARN names; those of other accounts are taken on trust here.</summary>
    private bool IsKnownArn(string arn)
    {
        if (PrincipalArn().Match(arn) is not { Success: true } match) return false;
        if (match.Groups["account"].Value != account.AccountId || match.Groups["type"].Value is not ("user" or "role")) return true;
        return account.Credentials.Any(credential => credential.Arn == arn)
            || account.Iam.Users.Exists(user => account.Arn("iam", "", $"user{user.Path}{user.Name}") == arn)
            || account.Iam.Roles.Exists(role => account.Arn("iam", "", $"role{role.Path}{role.Name}") == arn);
    }

    [GeneratedRegex("^[0-9A-Za-z]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StatementId();

    [GeneratedRegex(@"^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("^(arn:[^:]+:[^:]*:[^:]*:[^:]*:.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arn();

    [GeneratedRegex("^[0-9]{12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountNumber();

    [GeneratedRegex(@"^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServiceName();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CanonicalUser();

    [GeneratedRegex("^arn:[a-z-]+:(iam|sts)::(?<account>[0-9]{12}):(root|(?<type>user|role|assumed-role|federated-user)/[^*?]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrincipalArn();
}
