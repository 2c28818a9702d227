namespace CisPosture;

/// <summary>What Repair-CisSecurityGroup does with a rule that opens more than the one port.</summary>
public enum WideRule
{
    /// <summary>Leaves the rule, and the finding as it is.</summary>
    Skip,

    /// <summary>Takes the rule away whole; other ports that it opened are closed too.</summary>
    Revoke,

    /// <summary>Lets the same addresses reach the other ports by rules of their own, then takes the rule away.</summary>
    Split,
}
