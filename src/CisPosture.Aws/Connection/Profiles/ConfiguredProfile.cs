using Amazon.Runtime;

namespace CisPosture.Aws.Connection.Profiles;

/// <summary>A profile as the user configured it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Settings">Its settings under the names that the AWS files give them, those of its sso-session among them.</param>
internal sealed record ConfiguredProfile(string Name, IReadOnlyDictionary<string, string> Settings)
{
    private static readonly string[] MarksOfCredentials =
    [
        ProfileSetting.RoleArn, ProfileSetting.AccessKeyId, ProfileSetting.SecretAccessKey, ProfileSetting.CredentialProcess,
        ProfileSetting.SsoAccountId, ProfileSetting.SsoRoleName, ProfileSetting.LoginSession,
    ];

    /// <summary>The endpoints of its services section, under the names that the section gives the services.</summary>
    public IReadOnlyDictionary<string, string> ServiceEndpoints { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Credentials that a store keeps under lock and key instead of in settings.</summary>
    public AWSCredentials? Stored { get; init; }

    public string? Region => Setting(ProfileSetting.Region);

    /// <summary>False for a profile that only sets, say, a Region.</summary>
    public bool IsForCredentials => Stored is not null || MarksOfCredentials.Any(name => Setting(name) is not null);

    /// <summary>A setting's text, or null where it is not set or empty.</summary>
    public string? Setting(string name) => Settings.TryGetValue(name, out var text) && text is { Length: > 0 } ? text : null;
}
