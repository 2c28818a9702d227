namespace CisPosture.Sandbox.Signing;

/// <summary>The Authorization header of Signature Version 4.</summary>
internal sealed record AuthorizationHeader(string AccessKeyId, CredentialScope Scope, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null where the header is not a whole Signature Version 4.</summary>
    public static AuthorizationHeader? Parse(string text)
    {
        if (!text.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return null;
        var parts = text[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var headers) || !parts.TryGetValue("Signature", out var signature)) return null;
        return ParseCredential(credential) is (var key, { } scope) ? new(key, scope, headers.Split(';'), signature) : null;
    }

    /// <summary>Access key ids have no slash, yet take the scope from the end, as AWS does.</summary>
    private static (string Key, CredentialScope Scope)? ParseCredential(string credential)
    {
        var fields = credential.Split('/');
        if (fields.Length < 5 || fields[^1] != CredentialScope.Terminator) return null;
        return (string.Join('/', fields[..^4]), new CredentialScope(fields[^4], fields[^3], fields[^2]));
    }
}
