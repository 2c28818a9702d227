namespace CisPosture.Repairs;

/// <summary>What the user says of a repair of users' policies.</summary>
internal sealed record UserPolicyOptions : RepairOptions
{
    /// <summary>The group to use or make; null to have one made for each set of policies.</summary>
    public string? GroupName { get; init; }
}
