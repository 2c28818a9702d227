namespace CisPosture.Aws.Calls;

/// <summary>The operations that only repairs call, reads beyond those of a scan first.</summary>
internal static class RepairOperations
{
    public static readonly ApiOperation UpdateAccountPasswordPolicy = Iam(nameof(UpdateAccountPasswordPolicy));
    public static readonly ApiOperation DeleteAccountPasswordPolicy = Iam(nameof(DeleteAccountPasswordPolicy));

    public static readonly ApiOperation EnableKeyRotation = new("kms", nameof(EnableKeyRotation));
    public static readonly ApiOperation DisableKeyRotation = new("kms", nameof(DisableKeyRotation));

    public static readonly ApiOperation DescribeSecurityGroupRules = new("ec2", nameof(DescribeSecurityGroupRules));
    public static readonly ApiOperation AuthorizeSecurityGroupIngress = new("ec2", nameof(AuthorizeSecurityGroupIngress));
    public static readonly ApiOperation AuthorizeSecurityGroupEgress = new("ec2", nameof(AuthorizeSecurityGroupEgress));
    public static readonly ApiOperation RevokeSecurityGroupIngress = new("ec2", nameof(RevokeSecurityGroupIngress));
    public static readonly ApiOperation RevokeSecurityGroupEgress = new("ec2", nameof(RevokeSecurityGroupEgress));

    private static ApiOperation Iam(string name) => new("iam", name) { IsGlobal = true };
}
