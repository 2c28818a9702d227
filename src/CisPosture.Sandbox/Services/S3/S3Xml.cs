using System.Net;
using System.Xml.Linq;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.S3;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>S3's documents.</summary>
internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>The answer of most deletions.</summary>
    public static readonly ApiResult NoContent = new() { Status = HttpStatusCode.NoContent };

    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static XElement PublicAccessBlock(XNamespace ns, PublicAccessBlock block) => new(
        ns + "PublicAccessBlockConfiguration",
        new XElement(ns + "BlockPublicAcls", block.BlockPublicAcls),
        new XElement(ns + "IgnorePublicAcls", block.IgnorePublicAcls),
        new XElement(ns + "BlockPublicPolicy", block.BlockPublicPolicy),
        new XElement(ns + "RestrictPublicBuckets", block.RestrictPublicBuckets));

    public static XElement Owner(SandboxAccount account) => Element("Owner", Element("ID", CanonicalId(account)), Element("DisplayName", account.AccountId));

    public static XElement OwnerGrant(SandboxAccount account) =>
        Grant("CanonicalUser", [Element("ID", CanonicalId(account)), Element("DisplayName", account.AccountId)], "FULL_CONTROL");

    public static XElement GroupGrant(Grant grant) => Grant("Group", [Element("URI", grant.GroupUri)], grant.Permission);

    private static XElement Grant(string type, XElement[] grantee, string permission) => Element(
        "Grant",
        Element("Grantee", new XAttribute(XNamespace.Xmlns + "xsi", Instance), new XAttribute(Instance + "type", type), grantee),
        Element("Permission", permission));

    private static string CanonicalId(SandboxAccount account) => UniqueId.Canonical(account.AccountId);
}
