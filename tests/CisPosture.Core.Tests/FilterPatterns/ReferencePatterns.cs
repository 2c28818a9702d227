namespace CisPosture.Core.Tests.FilterPatterns;

/// <summary>The reference patterns of the source document, letter by letter.</summary>
public static class ReferencePatterns
{
    public const string RootUsage = """{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}""";

    public const string UnauthorizedCalls = """{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}""";

    public const string SigninWithoutMfa = """{($.eventName="ConsoleLogin") && ($.additionalEventData.MFAUsed !="Yes")}""";

    public const string IamPolicyChanges =
        """{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || """ +
        """($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || """ +
        """($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || """ +
        """($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || """ +
        """($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || """ +
        """($.eventName=DetachGroupPolicy)}""";

    public const string TrailChanges =
        """{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || """ +
        """($.eventName=StartLogging) || ($.eventName=StopLogging)}""";

    public const string SigninFailures = """{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}""";

    public const string KeyRemoval = """{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}""";

    public const string BucketPolicyChanges =
        """{($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || """ +
        """($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || """ +
        """($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || """ +
        """($.eventName=DeleteBucketReplication))}""";

    public const string ConfigChanges =
        """{($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || """ +
        """($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || """ +
        """($.eventName=PutConfigurationRecorder))}""";

    public const string SecurityGroupChanges =
        """{($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || """ +
        """($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || """ +
        """($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}""";

    public const string NetworkAclChanges =
        """{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || """ +
        """($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || """ +
        """($.eventName=ReplaceNetworkAclAssociation)}""";

    public const string GatewayChanges =
        """{($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || """ +
        """($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || """ +
        """($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}""";

    public const string RouteTableChanges =
        """{($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || """ +
        """($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || """ +
        """($.eventName=DisassociateRouteTable)}""";

    public const string VpcChanges =
        """{($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || """ +
        """($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || """ +
        """($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || """ +
        """($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || """ +
        """($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}""";

    public static TheoryData<string, string> All { get; } = new()
    {
        { "1.1", RootUsage },
        { "3.1", UnauthorizedCalls },
        { "3.2", SigninWithoutMfa },
        { "3.3", RootUsage },
        { "3.4", IamPolicyChanges },
        { "3.5", TrailChanges },
        { "3.6", SigninFailures },
        { "3.7", KeyRemoval },
        { "3.8", BucketPolicyChanges },
        { "3.9", ConfigChanges },
        { "3.10", SecurityGroupChanges },
        { "3.11", NetworkAclChanges },
        { "3.12", GatewayChanges },
        { "3.13", RouteTableChanges },
        { "3.14", VpcChanges },
    };
}
