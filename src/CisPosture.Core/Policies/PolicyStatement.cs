namespace CisPosture.Policies;

/// <summary>A statement of a policy. A list is null where the statement lacks the element, which differs from an empty list.</summary>
internal sealed record PolicyStatement
{
    public string? Sid { get; init; }

    public required PolicyEffect Effect { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public IReadOnlyList<string>? NotActions { get; init; }

    public IReadOnlyList<string>? Resources { get; init; }

    public IReadOnlyList<string>? NotResources { get; init; }

    public IReadOnlyList<PolicyPrincipal>? Principals { get; init; }

    public IReadOnlyList<PolicyPrincipal>? NotPrincipals { get; init; }

    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>True where every action on every resource is allowed, if only under conditions.</summary>
    public bool AllowsEverything => Effect == PolicyEffect.Allow && Names(Actions, IsEveryAction) && Names(Resources, IsEverything);

    /// <summary>True where every action but those named is allowed on every resource.</summary>
    public bool AllowsAllActionsButSome =>
        Effect == PolicyEffect.Allow && NotActions is not null && !Names(NotActions, IsEveryAction) && Names(Resources, IsEverything);

    /// <summary>True where an action is denied on some resource, if only under conditions.</summary>
    /// <param name="action">The action, such as iam:AttachUserPolicy.</param>
    public bool MayDeny(string action) => Effect == PolicyEffect.Deny
        && (Names(Actions, pattern => Means(pattern, action)) || (NotActions is not null && !Names(NotActions, pattern => Means(pattern, action))));

    /// <summary>True where somebody who may still exist is let in.</summary>
    public bool TrustsSomebody =>
        Effect == PolicyEffect.Allow && (NotPrincipals is not null || Principals?.Any(principal => !principal.IsDeleted) == true);

    private static bool Names(IReadOnlyList<string>? patterns, Func<string, bool> isMeant) => patterns?.Any(isMeant) == true;

    private static bool Means(string pattern, string action) => new TextPattern(pattern).Matches(action);

    private static bool IsEveryAction(string pattern) => pattern.Split(':') is { Length: <= 2 } parts && parts.All(IsEverything);

    // Two stars in a row match what one matches.
    private static bool IsEverything(string pattern) => pattern.Length > 0 && pattern.All(character => character == '*');
}
