using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>The users of the findings as they are now, and the key that signs this very run.</summary>
/// <param name="Users">The users by ARN.</param>
/// <param name="CallerKeyId">The id of the caller's access key.</param>
internal sealed record LiveCredentials(IReadOnlyDictionary<string, Evidence<LiveUser>> Users, string? CallerKeyId);
