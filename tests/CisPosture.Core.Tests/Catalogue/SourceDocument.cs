namespace CisPosture.Core.Tests.Catalogue;

/// <summary>
/// The source document, transcribed a second time and on its own: what it prints for each control. The catalogue is held against this list,
/// so a slip in either shows.
/// </summary>
internal static class SourceDocument
{
    /// <summary>Number, title and severity.</summary>
    public static readonly IReadOnlyList<(string Id, string Title, string Severity)> Controls =
    [
        ("1.1", "Avoid the use of the \"root\" account", "Critical"),
        ("1.2", "Ensure multi-factor authentication (MFA) is enabled for all IAM users that have a console password", "Medium"),
        ("1.3", "Ensure credentials unused for 90 days or greater are disabled", "Medium"),
        ("1.4", "Ensure access keys are rotated every 90 days or less", "Medium"),
        ("1.5", "Ensure IAM password policy requires at least one uppercase letter", "Medium"),
        ("1.6", "Ensure IAM password policy requires at least one lowercase letter", "Medium"),
        ("1.7", "Ensure IAM password policy requires at least one symbol", "Medium"),
        ("1.8", "Ensure IAM password policy requires at least one number", "Medium"),
        ("1.9", "Ensure IAM password policy requires a minimum length of 14 or greater", "Medium"),
        ("1.10", "Ensure IAM password policy prevents password reuse", "Low"),
        ("1.11", "Ensure IAM password policy expires passwords within 90 days or less", "Low"),
        ("1.12", "Ensure no root account access key exists", "Critical"),
        ("1.13", "Ensure MFA is enabled for the \"root\" account", "Critical"),
        ("1.14", "Ensure hardware MFA is enabled for the \"root\" account", "Critical"),
        ("1.16", "Ensure IAM policies are attached only to groups or roles", "Low"),
        ("1.20", "Ensure a support role has been created to manage incidents with AWS Support", "Low"),
        ("1.22", "Ensure IAM policies that allow full \"*:*\" administrative privileges are not created", "Critical"),
        ("2.1", "Ensure CloudTrail is enabled in all Regions", "Critical"),
        ("2.2", "Ensure CloudTrail log file validation is enabled", "Low"),
        ("2.3", "Ensure the S3 bucket CloudTrail logs to is not publicly accessible", "Critical"),
        ("2.4", "Ensure CloudTrail trails are integrated with Amazon CloudWatch Logs", "Low"),
        ("2.5", "Ensure AWS Config is enabled", "Medium"),
        ("2.6", "Ensure S3 bucket access logging is enabled on the CloudTrail S3 bucket", "Low"),
        ("2.7", "Ensure CloudTrail logs are encrypted at rest using AWS KMS CMKs", "Medium"),
        ("2.8", "Ensure rotation for customer-created CMKs is enabled", "High"),
        ("2.9", "Ensure VPC flow logging is enabled in all VPCs", "Medium"),
        ("3.1", "Ensure a log metric filter and alarm exist for unauthorized API calls", "Medium"),
        ("3.2", "Ensure a log metric filter and alarm exist for AWS Management Console sign-in without MFA", "Medium"),
        ("3.3", "Ensure a log metric filter and alarm exist for usage of \"root\" account", "Medium"),
        ("3.4", "Ensure a log metric filter and alarm exist for IAM policy changes", "Medium"),
        ("3.5", "Ensure a log metric filter and alarm exist for CloudTrail configuration changes", "Medium"),
        ("3.6", "Ensure a log metric filter and alarm exist for AWS Management Console authentication failures", "Medium"),
        ("3.7", "Ensure a log metric filter and alarm exist for disabling or scheduled deletion of customer created CMKs", "Medium"),
        ("3.8", "Ensure a log metric filter and alarm exist for S3 bucket policy changes", "Medium"),
        ("3.9", "Ensure a log metric filter and alarm exist for AWS Config configuration changes", "Medium"),
        ("3.10", "Ensure a log metric filter and alarm exist for security group changes", "Medium"),
        ("3.11", "Ensure a log metric filter and alarm exist for changes to Network Access Control Lists (NACL)", "Medium"),
        ("3.12", "Ensure a log metric filter and alarm exist for changes to network gateways", "Medium"),
        ("3.13", "Ensure a log metric filter and alarm exist for route table changes", "Medium"),
        ("3.14", "Ensure a log metric filter and alarm exist for VPC changes", "Medium"),
        ("4.1", "Ensure no security groups allow ingress from 0.0.0.0/0 to port 22", "High"),
        ("4.2", "Ensure no security groups allow ingress from 0.0.0.0/0 to port 3389", "High"),
        ("4.3", "Ensure the default security group of every VPC restricts all traffic", "Medium"),
    ];

    /// <summary>Number, metric filter pattern, and the alarm name that is suggested.</summary>
    public static readonly IReadOnlyList<(string Id, string Pattern, string AlarmName)> Alarms =
    [
        ("1.1", "{$.userIdentity.type=\"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !=\"AwsServiceEvent\"}", "CIS-1.1-RootAccountUsage"),
        ("3.1", "{($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")}", "CIS-3.1-UnauthorizedAPICalls"),
        ("3.2", "{($.eventName=\"ConsoleLogin\") && ($.additionalEventData.MFAUsed !=\"Yes\")}", "CIS-3.2-ConsoleSigninWithoutMFA"),
        ("3.3", "{$.userIdentity.type=\"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !=\"AwsServiceEvent\"}", "RootAccountUsage"),
        ("3.4", "{($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy)}", "CIS-3.4-IAMPolicyChanges"),
        ("3.5", "{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging)}", "CIS-3.5-CloudTrailChanges"),
        ("3.6", "{($.eventName=ConsoleLogin) && ($.errorMessage=\"Failed authentication\")}", "CIS-3.6-ConsoleAuthenticationFailure"),
        ("3.7", "{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}", "CIS-3.7-DisableOrDeleteCMK"),
        ("3.8", "{($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || ($.eventName=DeleteBucketReplication))}", "CIS-3.8-S3BucketPolicyChanges"),
        ("3.9", "{($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || ($.eventName=PutConfigurationRecorder))}", "CIS-3.9-AWSConfigChanges"),
        ("3.10", "{($.eventName=AuthorizeSecurityGroupIngress) || ($.eventName=AuthorizeSecurityGroupEgress) || ($.eventName=RevokeSecurityGroupIngress) || ($.eventName=RevokeSecurityGroupEgress) || ($.eventName=CreateSecurityGroup) || ($.eventName=DeleteSecurityGroup)}", "CIS-3.10-SecurityGroupChanges"),
        ("3.11", "{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}", "CIS-3.11-NetworkACLChanges"),
        ("3.12", "{($.eventName=CreateCustomerGateway) || ($.eventName=DeleteCustomerGateway) || ($.eventName=AttachInternetGateway) || ($.eventName=CreateInternetGateway) || ($.eventName=DeleteInternetGateway) || ($.eventName=DetachInternetGateway)}", "CIS-3.12-NetworkGatewayChanges"),
        ("3.13", "{($.eventName=CreateRoute) || ($.eventName=CreateRouteTable) || ($.eventName=ReplaceRoute) || ($.eventName=ReplaceRouteTableAssociation) || ($.eventName=DeleteRouteTable) || ($.eventName=DeleteRoute) || ($.eventName=DisassociateRouteTable)}", "CIS-3.13-RouteTableChanges"),
        ("3.14", "{($.eventName=CreateVpc) || ($.eventName=DeleteVpc) || ($.eventName=ModifyVpcAttribute) || ($.eventName=AcceptVpcPeeringConnection) || ($.eventName=CreateVpcPeeringConnection) || ($.eventName=DeleteVpcPeeringConnection) || ($.eventName=RejectVpcPeeringConnection) || ($.eventName=AttachClassicLinkVpc) || ($.eventName=DetachClassicLinkVpc) || ($.eventName=DisableVpcClassicLink) || ($.eventName=EnableVpcClassicLink)}", "CIS-3.14-VPCChanges"),
    ];
}
