namespace CisPosture.Sandbox.State.SecurityHub;

/// <summary>Security Hub in one Region.</summary>
public sealed class SecurityHubState
{
    /// <summary>Whether the account has switched it on in the Region.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>What an account file says of Security Hub's own checks, a line each.</summary>
    public List<ControlFinding> ControlFindings { get; init; } = [];

    /// <summary>The findings that the hub keeps.</summary>
    public List<HubFinding> Findings { get; init; } = [];

    /// <summary>Makes findings of the lines.</summary>
    internal void Settle(SandboxAccount account, string region)
    {
        Findings.AddRange(ControlFindings.Select(check => new HubFinding { Document = ControlFindingDocument.Of(check, account, region) }));
        ControlFindings.Clear();
    }
}
