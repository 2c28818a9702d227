using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Keeps credentials in the session.</summary>
[Cmdlet(VerbsCommon.Set, "AWSCredential")]
public sealed class SetAWSCredentialCommand : CredentialsCmdlet
{
    protected override void ProcessRecord() => SessionState.PSVariable.Set("StoredAWSCredentials", Resolve());
}
