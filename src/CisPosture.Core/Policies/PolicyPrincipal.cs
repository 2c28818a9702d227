namespace CisPosture.Policies;

/// <summary>Whom a statement names: a type such as AWS, Service or Federated, and an ARN, account, service name or *.</summary>
internal sealed record PolicyPrincipal(string Type, string Id)
{
    /// <summary>The type of accounts, users and roles.</summary>
    public const string Aws = "AWS";

    // IAM stores a user or role by its unique id and shows the ARN for it only as long as the user or role exists.
    private static readonly string[] IdPrefixes = ["AIDA", "AROA"];

    public static PolicyPrincipal Everyone { get; } = new(Aws, "*");

    /// <summary>True where the user or role that was trusted is gone, so that nobody can be this principal any more.</summary>
    public bool IsDeleted =>
        string.Equals(Type, Aws, StringComparison.OrdinalIgnoreCase)
        && Id.Length > 4
        && IdPrefixes.Contains(Id.Substring(0, 4), StringComparer.Ordinal)
        && Id.Skip(4).All(character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}
