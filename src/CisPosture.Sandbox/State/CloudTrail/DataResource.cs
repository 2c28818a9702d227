namespace CisPosture.Sandbox.State.CloudTrail;

/// <summary>Resources whose data events a classic event selector records.</summary>
public sealed class DataResource
{
    /// <summary>AWS::S3::Object, AWS::Lambda::Function or AWS::DynamoDB::Table.</summary>
    public required string Type { get; init; }

    /// <summary>ARNs or their beginnings.</summary>
    public List<string> Values { get; init; } = [];
}
