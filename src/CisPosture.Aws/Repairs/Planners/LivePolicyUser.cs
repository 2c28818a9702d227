namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A user with the policies that it holds directly and the groups that it is in.</summary>
internal sealed record LivePolicyUser(string Arn, HeldPolicies Policies, IReadOnlyList<string> Groups);
