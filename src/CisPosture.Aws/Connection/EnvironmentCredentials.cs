using Amazon.Runtime;
using CisPosture.Aws.Connection.Exchange;

namespace CisPosture.Aws.Connection;

/// <summary>Credentials that environment variables hold or lead to.</summary>
internal sealed class EnvironmentCredentials(Surroundings surroundings)
{
    private const string AccessKey = "AWS_ACCESS_KEY_ID";
    private const string SecretKey = "AWS_SECRET_ACCESS_KEY";
    private const string TokenFile = "AWS_WEB_IDENTITY_TOKEN_FILE";
    private const string RoleArn = "AWS_ROLE_ARN";

    /// <summary>The keys; null where there are none. A token alone is a leftover.</summary>
    public AWSCredentials? Keys()
    {
        var keys = new KeyPair(AccessKey, surroundings.Setting(AccessKey), SecretKey, surroundings.Setting(SecretKey), surroundings.Setting("AWS_SESSION_TOKEN"));
        return keys.MissingHalf is { } missing ? throw Incomplete(missing, AccessKey, SecretKey) : keys.ToCredentials();
    }

    /// <summary>The role that a cluster gives its workloads by these variables; null where they are not set.</summary>
    public FoundCredentials? WebIdentity(CredentialExchange exchange)
    {
        if (surroundings.Setting(TokenFile) is not { } file)
        {
            return null;
        }

        var role = new RoleToAssume(surroundings.Setting(RoleArn) ?? throw Incomplete(RoleArn, TokenFile, RoleArn))
        {
            SessionName = surroundings.Setting("AWS_ROLE_SESSION_NAME") ?? RoleToAssume.UsualSessionName,
        };
        return new FoundCredentials(new WebIdentityCredentials(file, role, exchange), $"the web identity token that {TokenFile} names, for the role {role.Arn}");
    }

    private static PostureException Incomplete(string missing, string one, string other) => new(
        ErrorId.CredentialsInvalid, $"The credentials are incomplete: {missing} is missing. Set {one} and {other} together, or neither.", missing);
}
