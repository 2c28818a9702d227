using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using CisPosture.Collection;

namespace CisPosture.Aws.Connection;

/// <summary>
/// Looks for credentials where AWS users expect them to be found, in AWS Tools' order. What the caller named is used or is an error: there
/// is no falling through to another account.
/// </summary>
internal sealed class CredentialSearch(Surroundings surroundings)
{
    private const string DefaultProfile = "default";

    /// <param name="request">What the caller gave.</param>
    /// <param name="mayAskInstance">False where the instance's metadata must not be contacted.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<FoundCredentials> FindAsync(ConnectionRequest request, bool mayAskInstance, CancellationToken cancellationToken)
    {
        var profiles = surroundings.Profiles(ProfileLocation(request));
        var named = request.ProfileName is { Length: > 0 } name ? NamedProfile(profiles, name, "-ProfileName") : null;
        return FromKeys(request, named)
            ?? (named is null ? null : FromProfile(profiles, named))
            ?? FromShape(request.Credential, "-Credential")
            ?? FromShape(request.StoredCredential, "$StoredAWSCredentials")
            ?? FromEnvironment()
            ?? FromUsualProfile(profiles)
            ?? await FromMachineAsync(mayAskInstance, cancellationToken).ConfigureAwait(false)
            ?? throw new PostureException(
                ErrorId.CredentialsNotFound,
                "No AWS credentials were found. Give -ProfileName, or -AccessKey and -SecretKey, or sign in with AWS Tools and give -Credential.");
    }

    /// <summary>The Region of the profile that is used where none is named; null where there is none.</summary>
    public string? UsualProfileRegion(ConnectionRequest request)
    {
        var name = surroundings.Setting("AWS_PROFILE") ?? DefaultProfile;
        return surroundings.Profiles(ProfileLocation(request)).TryGetProfile(name, out var profile) ? profile.Region?.SystemName : null;
    }

    private string? ProfileLocation(ConnectionRequest request) => request.ProfileLocation ?? surroundings.Setting("AWS_SHARED_CREDENTIALS_FILE");

    private static FoundCredentials? FromKeys(ConnectionRequest request, CredentialProfile? named) =>
        MakeKeys(request.AccessKey, request.SecretKey, request.SessionToken, "-AccessKey", "-SecretKey") is { } keys
            ? new FoundCredentials(keys, "the access key given", named?.Region?.SystemName)
            : null;

    private FoundCredentials? FromEnvironment()
    {
        var keys = MakeKeys(
            surroundings.Setting("AWS_ACCESS_KEY_ID"),
            surroundings.Setting("AWS_SECRET_ACCESS_KEY"),
            surroundings.Setting("AWS_SESSION_TOKEN"),
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            tokenMayStandAlone: true);
        return keys is null ? null : new FoundCredentials(keys, "the environment variables");
    }

    private static AWSCredentials? MakeKeys(
        string? accessKey, string? secretKey, string? token, string accessKeyName, string secretKeyName, bool tokenMayStandAlone = false)
    {
        var hasAccessKey = !string.IsNullOrEmpty(accessKey);
        var hasSecretKey = !string.IsNullOrEmpty(secretKey);
        if (hasAccessKey && hasSecretKey)
        {
            return string.IsNullOrEmpty(token) ? new BasicAWSCredentials(accessKey, secretKey) : new SessionAWSCredentials(accessKey, secretKey, token);
        }

        if (!hasAccessKey && !hasSecretKey && (tokenMayStandAlone || string.IsNullOrEmpty(token)))
        {
            return null;
        }

        var missing = hasAccessKey ? secretKeyName : accessKeyName;
        throw new PostureException(ErrorId.CredentialsInvalid, $"The credentials are incomplete: {missing} is missing. Give {accessKeyName} and {secretKeyName} together.", missing);
    }

    private static FoundCredentials? FromShape(object? source, string name)
    {
        if (source is null)
        {
            return null;
        }

        var credentials = ShapedCredentials.Of(source) ?? throw new PostureException(
            ErrorId.CredentialsInvalid,
            $"{name} is of type {source.GetType().FullName}, which is not a credentials object: it has no method GetCredentials.",
            source.GetType().FullName);
        return new FoundCredentials(credentials, name);
    }

    private FoundCredentials? FromUsualProfile(ICredentialProfileSource profiles)
    {
        if (surroundings.Setting("AWS_PROFILE") is { } name)
        {
            return FromProfile(profiles, NamedProfile(profiles, name, "AWS_PROFILE"));
        }

        // A default profile that only sets a Region is common and gives no credentials.
        return profiles.TryGetProfile(DefaultProfile, out var profile) && profile.CanCreateAWSCredentials ? FromProfile(profiles, profile) : null;
    }

    private static CredentialProfile NamedProfile(ICredentialProfileSource profiles, string name, string origin) =>
        profiles.TryGetProfile(name, out var profile)
            ? profile
            : throw new PostureException(
                ErrorId.ProfileNotFound, $"The profile '{name}', which {origin} names, does not exist in the AWS configuration and credentials files.", name);

    private static FoundCredentials FromProfile(ICredentialProfileSource profiles, CredentialProfile profile)
    {
        try
        {
            return new FoundCredentials(AWSCredentialsFactory.GetAWSCredentials(profile, profiles), $"the profile '{profile.Name}'", profile.Region?.SystemName);
        }
        catch (Exception exception) when (exception is AmazonClientException or InvalidDataException or ArgumentException or InvalidOperationException)
        {
            throw new PostureException(ErrorId.CredentialsInvalid, $"The profile '{profile.Name}' gives no usable credentials: {exception.Message}", profile.Name);
        }
    }

    private async Task<FoundCredentials?> FromMachineAsync(bool mayAskInstance, CancellationToken cancellationToken) =>
        await surroundings.MachineRole(mayAskInstance, cancellationToken).ConfigureAwait(false) is { } role
            ? new FoundCredentials(role, "the role of this container or instance")
            : null;
}
