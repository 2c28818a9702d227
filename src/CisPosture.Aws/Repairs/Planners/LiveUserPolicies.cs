using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The users of the findings by ARN, and the groups that would take their policies by name.</summary>
internal sealed record LiveUserPolicies(IReadOnlyDictionary<string, Evidence<LivePolicyUser>> Users, IReadOnlyDictionary<string, Evidence<LivePolicyGroup>> Groups);
