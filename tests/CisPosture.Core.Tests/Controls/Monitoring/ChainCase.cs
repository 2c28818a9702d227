using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Monitoring;

/// <summary>An account whose alarm chain is as the name says, and what both modes say of it.</summary>
internal sealed record ChainCase(string Name, Func<string, AccountEvidence> Account, string Status, string ReasonCode)
{
    /// <summary>What strict mode says; the same unless told otherwise.</summary>
    public (string Status, string ReasonCode) Strict { get; init; } = (Status, ReasonCode);
}
