using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>A user with its credentials as they are now.</summary>
internal sealed record LiveUser(IamUser User, UserCredentials Credentials);
