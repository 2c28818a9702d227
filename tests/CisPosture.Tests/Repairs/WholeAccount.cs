namespace CisPosture.Tests.Repairs;

/// <summary>The neglected account, and what its repair as a whole is told.</summary>
internal static class WholeAccount
{
    /// <summary>The parameters of Repair-CisFinding, as members of a table.</summary>
    public const string Parameters = """
        @{
            SubscriberEndpoint = 'soc@example.com'
            KmsKeyId = 'alias/app-data', 'alias/invoices'
            LogBucketName = 'access-logs-111122223333'
            ConfigBucketName = 'neglected-config'
            WideRule = 'Split'
            AssumedBy = 'arn:aws:iam::111122223333:user/carol'
        }
        """;
}
