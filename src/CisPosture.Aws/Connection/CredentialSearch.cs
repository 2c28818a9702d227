using CisPosture.Aws.Connection.Exchange;
using CisPosture.Aws.Connection.Profiles;
using CisPosture.Collection;

namespace CisPosture.Aws.Connection;

/// <summary>
/// Looks for credentials where AWS users expect them to be found, in AWS Tools' order. What the caller named is used or is an error: there
/// is no falling through to another account.
/// </summary>
/// <param name="surroundings">The machine.</param>
/// <param name="profiles">The profiles.</param>
/// <param name="exchange">How credentials are exchanged for others.</param>
/// <param name="mayAskInstance">False where the instance's metadata must not be contacted.</param>
internal sealed class CredentialSearch(Surroundings surroundings, ProfileChoice profiles, CredentialExchange exchange, bool mayAskInstance)
{
    private readonly EnvironmentCredentials _environment = new(surroundings);

    public async Task<FoundCredentials> FindAsync(ConnectionRequest request) =>
        FromKeys(request)
        ?? await FromProfileAsync(profiles.Named).ConfigureAwait(false)
        ?? FromShape(request.Credential, "-Credential")
        ?? FromShape(request.StoredCredential, "$StoredAWSCredentials")
        ?? FromEnvironment()
        ?? await FromProfileAsync(profiles.Usual()).ConfigureAwait(false)
        ?? await FromMachineAsync().ConfigureAwait(false)
        ?? throw new PostureException(
            ErrorId.CredentialsNotFound,
            "No AWS credentials were found. Give -ProfileName, or -AccessKey and -SecretKey, or sign in with AWS Tools and give -Credential.");

    private static FoundCredentials? FromKeys(ConnectionRequest request)
    {
        var keys = new KeyPair("-AccessKey", request.AccessKey, "-SecretKey", request.SecretKey, request.SessionToken);
        var isTokenAlone = !string.IsNullOrEmpty(request.SessionToken) && string.IsNullOrEmpty(request.AccessKey) && string.IsNullOrEmpty(request.SecretKey);
        if ((keys.MissingHalf ?? (isTokenAlone ? keys.AccessKeyName : null)) is { } missing)
        {
            throw new PostureException(
                ErrorId.CredentialsInvalid, $"The credentials are incomplete: {missing} is missing. Give -AccessKey and -SecretKey together.", missing);
        }

        return keys.ToCredentials() is { } credentials ? new FoundCredentials(credentials, "the access key given") : null;
    }

    private FoundCredentials? FromShape(object? source, string name)
    {
        if (source is null)
        {
            return null;
        }

        var credentials = ShapedCredentials.Of(source, exchange.Mask) ?? throw new PostureException(
            ErrorId.CredentialsInvalid,
            $"{name} is of type {source.GetType().FullName}, which is not a credentials object: it has no method GetCredentials.",
            source.GetType().FullName);
        return new FoundCredentials(credentials, name);
    }

    private FoundCredentials? FromEnvironment() =>
        _environment.Keys() is { } keys ? new FoundCredentials(keys, "the environment variables") : _environment.WebIdentity(exchange);

    private async Task<FoundCredentials?> FromProfileAsync(ConfiguredProfile? profile) =>
        profile is null
            ? null
            : await new ProfileCredentials(profiles.Source, exchange, surroundings, mayAskInstance).OfAsync(profile).ConfigureAwait(false);

    private async Task<FoundCredentials?> FromMachineAsync() =>
        surroundings.ContainerRole() is { } container ? new FoundCredentials(container, "the role of this container")
            : mayAskInstance && await surroundings.InstanceRole(exchange.Cancellation).ConfigureAwait(false) is { } instance ? new FoundCredentials(instance, "the role of this instance")
            : null;
}
