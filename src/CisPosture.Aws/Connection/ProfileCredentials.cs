using System.Globalization;
using Amazon.Runtime;
using CisPosture.Aws.Connection.Exchange;
using CisPosture.Aws.Connection.Profiles;

namespace CisPosture.Aws.Connection;

/// <summary>
/// Makes credentials of what a profile says. The SDK's own factory would exchange them at AWS's token service whatever endpoint the user
/// named, and knows nobody to ask for an MFA code.
/// </summary>
/// <param name="profiles">Where profiles that a profile names are found.</param>
/// <param name="exchange">How credentials are exchanged for others.</param>
/// <param name="surroundings">Gives the credentials that a profile may name as its source.</param>
/// <param name="mayAskInstance">False where the instance's metadata must not be contacted.</param>
internal sealed class ProfileCredentials(IProfileSource profiles, CredentialExchange exchange, Surroundings surroundings, bool mayAskInstance)
{
    public Task<FoundCredentials> OfAsync(ConfiguredProfile profile) => OfAsync(profile, []);

    // In the AWS CLI's order for a profile that says more than one thing.
    private async Task<FoundCredentials> OfAsync(ConfiguredProfile profile, IReadOnlyList<string> assumedFor)
    {
        if (profile.Stored is { } stored)
        {
            return new FoundCredentials(stored, $"the profile '{profile.Name}' of the AWS SDK store");
        }

        return await RoleAsync(profile, assumedFor).ConfigureAwait(false)
            ?? Sso(profile)
            ?? Keys(profile)
            ?? Process(profile)
            ?? throw (profile.Setting(ProfileSetting.LoginSession) is null
                ? Invalid(profile, "gives no credentials: it has no keys, role, sign-in or credential_process")
                : Invalid(profile, "signs in with 'aws login', which CisPosture does not read. Give -Credential (Get-AWSCredential -ProfileName …) instead"));
    }

    private async Task<FoundCredentials?> RoleAsync(ConfiguredProfile profile, IReadOnlyList<string> assumedFor)
    {
        if (profile.Setting(ProfileSetting.RoleArn) is not { } arn)
        {
            return null;
        }

        var role = Role(profile, arn);
        if (profile.Setting(ProfileSetting.WebIdentityTokenFile) is { } file)
        {
            return Path.IsPathRooted(file)
                ? new FoundCredentials(new WebIdentityCredentials(file, role, exchange), $"the profile '{profile.Name}', which assumes the role {arn} with a web identity token")
                : throw Invalid(profile, $"names in web_identity_token_file '{file}', which is not a full path");
        }

        var source = await SourceAsync(profile, assumedFor).ConfigureAwait(false);
        return new FoundCredentials(
            new AssumedRoleCredentials(source.Credentials, role, exchange), $"the profile '{profile.Name}', which assumes the role {arn} as {source.Source}");
    }

    private static RoleToAssume Role(ConfiguredProfile profile, string arn)
    {
        var duration = profile.Setting(ProfileSetting.DurationSeconds);
        var seconds = 0;
        if (duration is not null && !int.TryParse(duration, NumberStyles.None, CultureInfo.InvariantCulture, out seconds))
        {
            throw Invalid(profile, $"gives '{duration}' as duration_seconds, which is not a number");
        }

        return new RoleToAssume(arn)
        {
            SessionName = profile.Setting(ProfileSetting.RoleSessionName) ?? RoleToAssume.UsualSessionName,
            ExternalId = profile.Setting(ProfileSetting.ExternalId),
            MfaSerial = profile.Setting(ProfileSetting.MfaSerial),
            DurationSeconds = duration is null ? null : seconds,
        };
    }

    private async Task<FoundCredentials> SourceAsync(ConfiguredProfile profile, IReadOnlyList<string> assumedFor)
    {
        var source = profile.Setting(ProfileSetting.SourceProfile);
        var provider = profile.Setting(ProfileSetting.CredentialSource);
        return (source, provider) switch
        {
            (not null, null) => await SourceProfileAsync(profile, source, assumedFor).ConfigureAwait(false),
            (null, not null) => await SourceProviderAsync(profile, provider).ConfigureAwait(false),
            (null, null) => throw Invalid(profile, "names a role_arn, but neither a source_profile nor a credential_source that could assume it"),
            _ => throw Invalid(profile, "names both a source_profile and a credential_source. Remove one of them"),
        };
    }

    private async Task<FoundCredentials> SourceProfileAsync(ConfiguredProfile profile, string source, IReadOnlyList<string> assumedFor)
    {
        // A profile may name itself: its own keys assume its role.
        if (source == profile.Name)
        {
            return Keys(profile) ?? throw Invalid(profile, "names itself as its source_profile, but has no keys of its own");
        }

        IReadOnlyList<string> chain = [.. assumedFor, profile.Name];
        if (chain.Contains(source, StringComparer.Ordinal))
        {
            throw Invalid(profile, $"assumes its role in a circle: {string.Join(" → ", chain)} → {source}");
        }

        var next = profiles.Find(source) ?? throw new PostureException(
            ErrorId.ProfileNotFound, $"The profile '{source}', which the source_profile of '{profile.Name}' names, is not in {profiles.Places}.", source);
        return await OfAsync(next, chain).ConfigureAwait(false);
    }

    private async Task<FoundCredentials> SourceProviderAsync(ConfiguredProfile profile, string provider)
    {
        var (credentials, words) = provider.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => (new EnvironmentCredentials(surroundings).Keys(), "the environment variables"),
            "ECSCONTAINER" => (surroundings.ContainerRole(), "the role of this container"),
            "EC2INSTANCEMETADATA" => (mayAskInstance ? await surroundings.InstanceRole(exchange.Cancellation).ConfigureAwait(false) : null, "the role of this instance"),
            _ => throw Invalid(profile, $"names '{provider}' as credential_source, which is none of Environment, EcsContainer and Ec2InstanceMetadata"),
        };
        return credentials is null
            ? throw new PostureException(
                ErrorId.CredentialsNotFound, $"The profile '{profile.Name}' takes its credentials from {words} (credential_source = {provider}), where there are none.", profile.Name)
            : new FoundCredentials(credentials, words);
    }

    private FoundCredentials? Sso(ConfiguredProfile profile)
    {
        if (profile.Setting(ProfileSetting.SsoAccountId) is null && profile.Setting(ProfileSetting.SsoRoleName) is null)
        {
            return null;
        }

        var role = new SsoRole(
            profile.Name,
            Needed(ProfileSetting.SsoAccountId),
            Needed(ProfileSetting.SsoRoleName),
            Needed(ProfileSetting.SsoRegion),
            Needed(ProfileSetting.SsoStartUrl),
            profile.Setting(ProfileSetting.SsoSession));
        return new FoundCredentials(
            new SsoCredentials(role, exchange), $"the profile '{profile.Name}', which signs in to the role {role.RoleName} of the account {role.AccountId}");

        string Needed(string name) => profile.Setting(name) ?? throw Invalid(profile, $"signs in through IAM Identity Center, but lacks {name}");
    }

    private static FoundCredentials? Keys(ConfiguredProfile profile)
    {
        var keys = new KeyPair(
            ProfileSetting.AccessKeyId,
            profile.Setting(ProfileSetting.AccessKeyId),
            ProfileSetting.SecretAccessKey,
            profile.Setting(ProfileSetting.SecretAccessKey),
            profile.Setting(ProfileSetting.SessionToken));
        return keys.MissingHalf is { } missing ? throw Invalid(profile, $"lacks {missing}")
            : keys.ToCredentials() is { } credentials ? new FoundCredentials(credentials, $"the profile '{profile.Name}'")
            : null;
    }

    private static FoundCredentials? Process(ConfiguredProfile profile) =>
        profile.Setting(ProfileSetting.CredentialProcess) is { } command
            ? new FoundCredentials(new ProcessAWSCredentials(command), $"the credential_process of the profile '{profile.Name}'")
            : null;

    private static PostureException Invalid(ConfiguredProfile profile, string fault) =>
        new(ErrorId.ProfileInvalid, $"The profile '{profile.Name}' {fault}.", profile.Name);
}
