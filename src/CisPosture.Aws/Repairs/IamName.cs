namespace CisPosture.Aws.Repairs;

/// <summary>Names of users, groups and roles, which their ARNs end with.</summary>
internal static class IamName
{
    /// <summary>The name, without the path.</summary>
    public static string Of(string arn) => arn.Substring(arn.LastIndexOf('/') + 1);
}
