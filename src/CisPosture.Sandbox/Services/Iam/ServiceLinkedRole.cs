namespace CisPosture.Sandbox.Services.Iam;

/// <summary>A service that has a role of its own, with the role's name and its policy's.</summary>
internal sealed record ServiceLinkedRole(string ServiceName, string RoleName, string PolicyName)
{
    public static readonly IReadOnlyList<ServiceLinkedRole> All =
    [
        new("config.amazonaws.com", "AWSServiceRoleForConfig", "AWSConfigServiceRolePolicy"),
        new("cloudtrail.amazonaws.com", "AWSServiceRoleForCloudTrail", "CloudTrailServiceRolePolicy"),
        new("delivery.logs.amazonaws.com", "AWSServiceRoleForLogDelivery", "AWSLogDeliveryServiceRolePolicy"),
        new("support.amazonaws.com", "AWSServiceRoleForSupport", "AWSSupportServiceRolePolicy"),
    ];

    public static ServiceLinkedRole? Of(string serviceName) => All.FirstOrDefault(role => role.ServiceName == serviceName);
}
