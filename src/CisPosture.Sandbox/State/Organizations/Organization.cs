namespace CisPosture.Sandbox.State.Organizations;

/// <summary>The organization that the accounts of a sandbox form.</summary>
public sealed class Organization
{
    /// <summary>The id, such as o-exampleorgid.</summary>
    public required string Id { get; init; }

    /// <summary>The account that manages it.</summary>
    public required string ManagementAccountId { get; init; }

    /// <summary>Its accounts, the managing one among them.</summary>
    public required List<OrganizationAccount> Accounts { get; init; }

    /// <summary>The organization that an account manages and others are members of.</summary>
    internal static Organization Of(SandboxAccount management, IEnumerable<SandboxAccount> members) => new()
    {
        Id = UniqueId.Hex("o", management.AccountId),
        ManagementAccountId = management.AccountId,
        Accounts =
        [
            new OrganizationAccount { Id = management.AccountId, Name = "management", JoinedMethod = "INVITED" },
            .. members.Select((member, index) => new OrganizationAccount { Id = member.AccountId, Name = $"member-{index + 1}" }),
        ],
    };
}
