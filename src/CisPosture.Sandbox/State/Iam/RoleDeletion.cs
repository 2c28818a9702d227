namespace CisPosture.Sandbox.State.Iam;

/// <summary>A service-linked role's deletion, which AWS carries out on its own time and may refuse.</summary>
internal sealed class RoleDeletion
{
    /// <summary>What of which Region still uses the role; empty where the deletion succeeds.</summary>
    public required IReadOnlyList<(string Region, string Resource)> Uses { get; init; }

    /// <summary>Whether its status was asked for already; the first answer is that it is still going on.</summary>
    public bool WasAskedFor { get; set; }
}
