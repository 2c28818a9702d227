using System.Management.Automation;
using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Writes credentials as the SDK's own object.</summary>
[Cmdlet(VerbsCommon.Get, "AWSCredential")]
[OutputType(typeof(AWSCredentials))]
public sealed class GetAWSCredentialCommand : CredentialsCmdlet
{
    protected override void ProcessRecord() => WriteObject(Resolve().Credentials);
}
