namespace CisPosture.Aws.Calls;

/// <summary>The operations that take findings to Security Hub and from it.</summary>
internal static class HubOperations
{
    public static readonly ApiOperation GetFindings = new("securityhub", nameof(GetFindings));
    public static readonly ApiOperation BatchImportFindings = new("securityhub", nameof(BatchImportFindings));
    public static readonly ApiOperation BatchUpdateFindings = new("securityhub", nameof(BatchUpdateFindings));
}
