namespace CisPosture.Sandbox.State.Iam;

/// <summary>An IAM group; users say which groups they are in.</summary>
public sealed class IamGroup : IamIdentity
{
    internal string GroupId => Id ?? UniqueId.Of("AGPA", Path + Name);
}
