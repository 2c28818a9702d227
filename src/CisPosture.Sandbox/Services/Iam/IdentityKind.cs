using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Users, groups and roles, which hold policies in the same way and differ in name and in how much they may hold.</summary>
internal sealed record IdentityKind(string Name, int InlineQuota, Func<ApiCall, IamIdentity> Find)
{
    public const int AttachmentQuota = 10;

    public static readonly IdentityKind User = new("User", 2048, IamLookup.NamedUser);
    public static readonly IdentityKind Group = new("Group", 5120, IamLookup.Group);
    public static readonly IdentityKind Role = new("Role", 10_240, IamLookup.Role);

    public string LowerName => Name.ToLowerInvariant();

    /// <summary>The one that the request names, where it may be changed.</summary>
    public IamIdentity FindToChange(ApiCall call)
    {
        var identity = Find(call);
        return identity is IamRole { IsServiceLinked: true } role ? throw IamErrors.Protected(role) : identity;
    }
}
