namespace CisPosture.Sandbox.Services.Policies;

/// <summary>What policies are asked about: an action of a principal on a resource, and what is known of the request.</summary>
/// <param name="Action">The IAM action.</param>
/// <param name="Resource">The resource's ARN; null where policies name none, as those that say who may assume a role.</param>
internal sealed record AccessRequest(string Action, string? Resource)
{
    /// <summary>Who asks; null where the policy is the asker's own and names nobody.</summary>
    public PolicyPrincipal? Principal { get; init; }

    /// <summary>The values of condition keys.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A request of an AWS service on behalf of one of its resources.</summary>
    public static AccessRequest OfService(string service, string action, string? resource, params IEnumerable<KeyValuePair<string, string>> context) => new(action, resource)
    {
        Principal = new PolicyPrincipal("Service", service),
        Context = new Dictionary<string, string>(context, StringComparer.OrdinalIgnoreCase) { ["aws:SecureTransport"] = "true", ["aws:PrincipalIsAWSService"] = "true" },
    };
}
