using Amazon.Runtime;

namespace CisPosture.Aws.Connection;

/// <summary>Keys as they are written down in one place, under the names that the place gives them.</summary>
/// <param name="AccessKeyName">What the place calls the access key id.</param>
/// <param name="AccessKey">The access key id.</param>
/// <param name="SecretKeyName">What the place calls the secret.</param>
/// <param name="SecretKey">The secret.</param>
/// <param name="Token">The session token of temporary keys.</param>
internal sealed record KeyPair(string AccessKeyName, string? AccessKey, string SecretKeyName, string? SecretKey, string? Token)
{
    private bool HasAccessKey => !string.IsNullOrEmpty(AccessKey);

    private bool HasSecretKey => !string.IsNullOrEmpty(SecretKey);

    /// <summary>The half that is missing beside the other; null where the pair is whole or absent. Half a pair must lead to no other account.</summary>
    public string? MissingHalf => HasAccessKey == HasSecretKey ? null : HasAccessKey ? SecretKeyName : AccessKeyName;

    /// <summary>The credentials; null where there are no keys.</summary>
    public AWSCredentials? ToCredentials() =>
        !HasAccessKey || !HasSecretKey ? null
            : string.IsNullOrEmpty(Token) ? new BasicAWSCredentials(AccessKey, SecretKey)
            : new SessionAWSCredentials(AccessKey, SecretKey, Token);

    /// <summary>A text without any secret.</summary>
    public override string ToString() => $"{nameof(KeyPair)} {{ {AccessKeyName}, {SecretKeyName} }}";
}
