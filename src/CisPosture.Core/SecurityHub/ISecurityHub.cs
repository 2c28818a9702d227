using CisPosture.Accounts;

namespace CisPosture.SecurityHub;

/// <summary>The Security Hub of an account, which each Region has of its own. What AWS refuses is a gap.</summary>
internal interface ISecurityHub
{
    /// <summary>The Regions that the account has enabled.</summary>
    Task<Evidence<IReadOnlyList<string>>> EnabledRegionsAsync();

    /// <summary>Reads findings, all pages.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="filter">Which.</param>
    Task<Evidence<IReadOnlyList<AsffFinding>>> FindAsync(string region, HubFilter filter);

    /// <summary>Imports a batch.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="findings">The findings.</param>
    /// <returns>Those that the hub did not take.</returns>
    Task<Evidence<IReadOnlyList<HubRefusal>>> ImportAsync(string region, IReadOnlyList<AsffFinding> findings);

    /// <summary>Says something of a batch of findings.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="update">What.</param>
    /// <returns>Those that the hub did not change.</returns>
    Task<Evidence<IReadOnlyList<HubRefusal>>> UpdateAsync(string region, IReadOnlyList<AsffFinding> findings, HubUpdate update);
}
