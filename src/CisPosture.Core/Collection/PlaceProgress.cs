namespace CisPosture.Collection;

/// <summary>How far a collection is in one place.</summary>
/// <param name="Place">A Region, or "account" for what the account has once.</param>
/// <param name="Completed">How many tasks are done there.</param>
/// <param name="Total">How many tasks are known there so far.</param>
/// <param name="Services">The services that are being read there, as IAM actions spell them.</param>
public sealed record PlaceProgress(string Place, int Completed, int Total, IReadOnlyList<string> Services);
