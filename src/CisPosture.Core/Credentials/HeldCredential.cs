namespace CisPosture.Credentials;

/// <summary>A password or access key that can be used.</summary>
/// <param name="Name">What a reader calls it, such as "access key 1".</param>
/// <param name="LastUsed">When it was last used; null where never, or where AWS does not know.</param>
/// <param name="Created">When it was made or last changed; null where AWS does not say.</param>
internal sealed record HeldCredential(string Name, DateTimeOffset? LastUsed, DateTimeOffset? Created);
