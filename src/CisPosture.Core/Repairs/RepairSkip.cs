namespace CisPosture.Repairs;

/// <summary>Why nothing is done for a finding.</summary>
/// <param name="ReasonCode">One of <see cref="CisPosture.ReasonCode"/>.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Command">The command that would help; null where none would.</param>
internal sealed record RepairSkip(string ReasonCode, string Reason, string? Command = null);
