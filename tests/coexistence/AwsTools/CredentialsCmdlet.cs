using System.Management.Automation;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace Amazon.PowerShell.Common;

/// <summary>Resolves credentials with the SDK that the session holds.</summary>
public abstract class CredentialsCmdlet : PSCmdlet
{
    [Parameter]
    public string? AccessKey { get; set; }

    [Parameter]
    public string? SecretKey { get; set; }

    [Parameter]
    public string? SessionToken { get; set; }

    [Parameter]
    public string? ProfileName { get; set; }

    [Parameter]
    public string? ProfileLocation { get; set; }

    protected AWSPSCredentials Resolve() => ProfileName is null
        ? new AWSPSCredentials(Keys(), "Supplied Key Parameters", CredentialsSource.Strings)
        : new AWSPSCredentials(Profile(ProfileName), ProfileName, CredentialsSource.Profile);

    private AWSCredentials Keys() =>
        SessionToken is null ? new BasicAWSCredentials(AccessKey, SecretKey) : new SessionAWSCredentials(AccessKey, SecretKey, SessionToken);

    private AWSCredentials Profile(string name) =>
        new CredentialProfileStoreChain(ProfileLocation).TryGetAWSCredentials(name, out var credentials)
            ? credentials
            : throw new ItemNotFoundException($"There is no profile '{name}'.");
}
