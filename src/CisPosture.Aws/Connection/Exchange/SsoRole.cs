namespace CisPosture.Aws.Connection.Exchange;

/// <summary>A role of an account that a sign-in at IAM Identity Center opens.</summary>
/// <param name="Profile">The profile that names it, for the words to the user.</param>
/// <param name="AccountId">The account.</param>
/// <param name="RoleName">The role.</param>
/// <param name="Region">Where the Identity Center is.</param>
/// <param name="StartUrl">Where users sign in.</param>
/// <param name="Session">The sso-session section that the sign-in is shared by; null for the older form without one.</param>
internal sealed record SsoRole(string Profile, string AccountId, string RoleName, string Region, string StartUrl, string? Session);
