namespace CisPosture.Sandbox.State.Ec2;

/// <summary>A managed prefix list.</summary>
public sealed class PrefixList
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The id; made from the Region and the name where none is given.</summary>
    public string PrefixListId { get; set; } = "";

    /// <summary>The owning account, or AWS; the sandbox's account where none is given.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>IPv4 or IPv6.</summary>
    public string AddressFamily { get; init; } = "IPv4";

    /// <summary>How many entries it may have.</summary>
    public int MaxEntries { get; init; } = 20;

    /// <summary>CIDRs.</summary>
    public List<string> Entries { get; init; } = [];

    internal void Settle(string accountId, string region)
    {
        if (PrefixListId.Length == 0) PrefixListId = UniqueId.Hex("pl", $"{region}/{Name}");
        if (OwnerId.Length == 0) OwnerId = accountId;
    }
}
