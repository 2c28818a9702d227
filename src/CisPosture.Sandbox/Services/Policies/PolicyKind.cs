namespace CisPosture.Sandbox.Services.Policies;

/// <summary>What a policy document is written into, which decides what it may and must hold.</summary>
internal enum PolicyKind
{
    /// <summary>A user, group, role or managed policy: no principals.</summary>
    Identity,

    /// <summary>Who may assume a role: no resources.</summary>
    Trust,

    /// <summary>A bucket or a key: both.</summary>
    Resource,
}
