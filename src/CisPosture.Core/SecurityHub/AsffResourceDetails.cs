namespace CisPosture.SecurityHub;

/// <summary>Facts about a resource that have no members of their own.</summary>
internal sealed record AsffResourceDetails
{
    /// <summary>The facts by name.</summary>
    public IReadOnlyDictionary<string, string>? Other { get; init; }
}
