namespace CisPosture.Aws.Calls;

/// <summary>What a refusal for speed says of whose speed it is.</summary>
internal static class ThrottleMessage
{
    /// <summary>
    /// True where the account asks too fast, whichever operation: "The maximum request rate permitted by the Amazon EC2 APIs has been exceeded
    /// for your account." A refusal that names its operation as well is about that one: "Account 111122223333 has been throttled on
    /// ec2:DescribeVpcs", and so, as quotas go, is one that names nothing: "Rate exceeded".
    /// </summary>
    /// <param name="message">What the service said; null where it said nothing.</param>
    /// <param name="operation">The operation as the API spells it.</param>
    public static bool NamesTheAccount(string? message, string operation) =>
        message is not null && Holds(message, "account") && !Holds(message, operation);

    private static bool Holds(string message, string word) => message.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
