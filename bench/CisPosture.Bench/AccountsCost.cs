namespace CisPosture.Bench;

/// <summary>What a scan of many accounts came to, in a process of its own.</summary>
internal sealed record AccountsCost(TimeSpan Wall, long PeakWorkingSet, int Accounts, int Findings, bool IsInOrder);
