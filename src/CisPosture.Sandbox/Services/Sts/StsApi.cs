namespace CisPosture.Sandbox.Services.Sts;

/// <summary>The Security Token Service, which is in every enabled Region and answers alike everywhere.</summary>
internal sealed class StsApi : ServiceApi
{
    public StsApi()
    {
        AddUnrestricted(IdentityOperations.GetCallerIdentity);
        Add(RoleOperations.AssumeRole, resource: call => call.Input.Text("RoleArn") ?? "*");
        AddUnsigned(RoleOperations.AssumeRoleWithWebIdentity);
    }

    public override string Name => "sts";

    public override string QueryVersion => "2011-06-15";

    public override string XmlNamespace => "https://sts.amazonaws.com/doc/2011-06-15/";

    public override ServiceErrors Errors { get; } = new QueryErrors();
}
