namespace CisPosture.Sandbox.Services.Kms;

/// <summary>The Key Management Service.</summary>
internal sealed class KmsApi : ServiceApi
{
    public KmsApi()
    {
        Add(KeyOperations.ListKeys);
        Add(KeyOperations.DescribeKey);
        Add(KeyOperations.GetKeyRotationStatus);
    }

    public override string Name => "kms";

    public override string TargetPrefix => "TrentService";

    public override ServiceErrors Errors { get; } = new JsonErrors();
}
