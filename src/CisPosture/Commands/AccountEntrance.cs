using CisPosture.Collection;

namespace CisPosture.Commands;

/// <summary>An account of a scan, and the way in.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Role">The role by which it is entered; null for the caller's own account.</param>
internal sealed record AccountEntrance(string AccountId, AccountRole? Role);
