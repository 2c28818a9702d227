namespace CisPosture.Sandbox;

/// <summary>How long a new role stays unknown to the services that are to assume it: a time, a number of looks at it, or both.</summary>
public sealed record RolePropagation
{
    /// <summary>A role is known everywhere at once.</summary>
    public static readonly RolePropagation None = new();

    /// <summary>How long by the clock.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>How many looks at the role find nothing, for tests that must not wait.</summary>
    public int Looks { get; init; }
}
