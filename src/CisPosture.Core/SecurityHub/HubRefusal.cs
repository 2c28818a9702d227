namespace CisPosture.SecurityHub;

/// <summary>Why Security Hub did not take a finding, or did not change it.</summary>
/// <param name="Id">The finding's name in the hub.</param>
/// <param name="Code">The hub's code.</param>
/// <param name="Message">The hub's words.</param>
internal sealed record HubRefusal(string Id, string Code, string Message);
