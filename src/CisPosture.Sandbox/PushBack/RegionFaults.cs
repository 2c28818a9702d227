using System.Text.RegularExpressions;
using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox.PushBack;

/// <summary>Makes the account's Regions what the options say of them: a Region that is off is not there, one that refuses or hides itself is.</summary>
internal static partial class RegionFaults
{
    public static void Apply(SandboxOptions options, SandboxAccount account)
    {
        var named = options.RegionsOff.Concat(options.RegionsDenied).Concat(options.RegionsUnreachable).ToArray();
        if (named.FirstOrDefault(region => !Form().IsMatch(region)) is { } stray) throw new SandboxOptionException($"'{stray}' is not the name of a Region such as me-south-1.");
        if (named.FirstOrDefault(region => named.Count(other => other == region) > 1) is { } twice) throw new SandboxOptionException($"{twice} is named twice: a Region is off, denied or unreachable.");
        if (options.RegionsOff.Contains(account.HomeRegion)) throw new SandboxOptionException($"{account.HomeRegion} is where the account's IAM lives and cannot be switched off.");
        foreach (var region in options.RegionsOff) account.Regions.Remove(region);
        foreach (var region in options.RegionsDenied.Concat(options.RegionsUnreachable)) Enable(account, region);
    }

    private static void Enable(SandboxAccount account, string region)
    {
        if (account.Regions.TryAdd(region, new RegionState())) account.Regions[region].Settle(account, region);
    }

    [GeneratedRegex("^[a-z]{2,8}(-[a-z]+)+-[0-9]{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
