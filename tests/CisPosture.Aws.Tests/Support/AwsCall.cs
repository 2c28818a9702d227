namespace CisPosture.Aws.Tests.Support;

/// <summary>A request as an AWS service would see it.</summary>
/// <param name="Operation">Service as it is signed for and operation, such as "iam:ListUsers".</param>
/// <param name="Region">The Region that it is signed for.</param>
/// <param name="Address">Where it was sent.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
internal sealed record AwsCall(string Operation, string Region, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The fields of a Query request.</summary>
    public IReadOnlyDictionary<string, string> Fields => Body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => text.Split('=', 2))
        .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')), StringComparer.Ordinal);
}
