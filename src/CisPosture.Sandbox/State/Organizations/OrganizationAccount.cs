namespace CisPosture.Sandbox.State.Organizations;

/// <summary>An account as its organization knows it.</summary>
public sealed class OrganizationAccount
{
    /// <summary>Twelve digits.</summary>
    public required string Id { get; init; }

    /// <summary>The account's name.</summary>
    public required string Name { get; init; }

    /// <summary>PENDING_ACTIVATION, ACTIVE, SUSPENDED, PENDING_CLOSURE or CLOSED.</summary>
    public string State { get; set; } = "ACTIVE";

    /// <summary>INVITED or CREATED.</summary>
    public string JoinedMethod { get; init; } = "CREATED";

    /// <summary>When it joined.</summary>
    public DateTimeOffset JoinedTimestamp { get; init; } = new(2019, 6, 1, 8, 0, 0, TimeSpan.Zero);

    internal string Email => $"{Name}@example.com";
}
