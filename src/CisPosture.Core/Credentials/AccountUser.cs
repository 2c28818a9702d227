using CisPosture.Accounts;

namespace CisPosture.Credentials;

/// <summary>An IAM user with the credentials that it holds, or the gap that hides them.</summary>
internal sealed record AccountUser(string UserName, string Arn, Evidence<HeldCredentials> Credentials);
