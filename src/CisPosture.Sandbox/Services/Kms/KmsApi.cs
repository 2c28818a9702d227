using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>The Key Management Service.</summary>
internal sealed class KmsApi : ServiceApi
{
    public KmsApi()
    {
        Add(KeyOperations.ListKeys);
        Add(KeyOperations.DescribeKey, resource: KeyResource);
        AddWrite(KeyOperations.CreateKey);
        AddWrite(KeyOperations.EnableKey, resource: KeyResource);
        AddWrite(KeyOperations.DisableKey, resource: KeyResource);
        AddWrite(KeyOperations.ScheduleKeyDeletion, resource: KeyResource);
        AddWrite(KeyOperations.CancelKeyDeletion, resource: KeyResource);
        Add(RotationOperations.GetKeyRotationStatus, resource: KeyResource);
        AddWrite(RotationOperations.EnableKeyRotation, resource: KeyResource);
        AddWrite(RotationOperations.DisableKeyRotation, resource: KeyResource);
        Add(AliasOperations.ListAliases);
        AddWrite(AliasOperations.CreateAlias);
        AddWrite(AliasOperations.UpdateAlias);
        AddWrite(AliasOperations.DeleteAlias);
        Add(KeyPolicyOperations.GetKeyPolicy, resource: KeyResource);
        AddWrite(KeyPolicyOperations.PutKeyPolicy, resource: KeyResource);
        Add(TagOperations.ListResourceTags, resource: KeyResource);
        AddWrite(TagOperations.TagResource, resource: KeyResource);
        AddWrite(TagOperations.UntagResource, resource: KeyResource);
    }

    public override string Name => "kms";

    public override string TargetPrefix => "TrentService";

    public override ServiceErrors Errors { get; } = new JsonErrors();

    private static string KeyResource(ApiCall call)
    {
        var name = call.Input.Text("KeyId") ?? "";
        return name.StartsWith("arn:", StringComparison.Ordinal) ? name : call.Account.Arn("kms", call.Region, $"key/{name}");
    }
}
