namespace CisPosture.Sandbox;

/// <summary>How large the generated account is. The same size and seed give the same account.</summary>
public sealed record EnterpriseSize
{
    /// <summary>IAM users.</summary>
    public int Users { get; init; } = 500;

    /// <summary>Customer-managed policies.</summary>
    public int Policies { get; init; } = 200;

    /// <summary>Customer-managed keys a Region.</summary>
    public int Keys { get; init; } = 25;

    /// <summary>Security groups a Region.</summary>
    public int Groups { get; init; } = 100;

    /// <summary>Enabled Regions.</summary>
    public int Regions { get; init; } = 17;

    /// <summary>Decides who has what.</summary>
    public int Seed { get; init; } = 1;
}
