using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>What $StoredAWSCredentials holds: everything in it is internal, as in AWS Tools.</summary>
public sealed class AWSPSCredentials
{
    internal AWSPSCredentials(AWSCredentials credentials, string name, CredentialsSource source) =>
        (Credentials, Name, Source) = (credentials, name, source);

    internal AWSCredentials Credentials { get; private set; }

    internal string Name { get; private set; }

    internal CredentialsSource Source { get; private set; }

    public override string ToString() => Name;
}
