namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of credentials.</summary>
internal sealed record CredentialOptions : RepairOptions
{
    /// <summary>Whether passwords are deleted, too, which cannot be undone.</summary>
    public bool IncludePassword { get; init; }

    /// <summary>Whether keys that are too old are turned off although something uses them.</summary>
    public bool IncludeKeyInUse { get; init; }

    /// <summary>After how many days without use a key that is too old is turned off; null for as many as control 1.3 allows.</summary>
    public int? IdleDays { get; init; }

    /// <summary>The users that are left alone, by name.</summary>
    public Func<string, bool> IsExcluded { get; init; } = _ => false;
}
