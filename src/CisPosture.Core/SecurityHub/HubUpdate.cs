namespace CisPosture.SecurityHub;

/// <summary>What to say of findings on the customer's behalf.</summary>
/// <param name="WorkflowStatus">How far people are with them.</param>
/// <param name="Note">What to write on them; null to leave alone what is written.</param>
internal sealed record HubUpdate(string WorkflowStatus, string? Note);
