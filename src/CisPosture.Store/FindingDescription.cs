namespace CisPosture.Store;

/// <summary>What findings of a control share, kept once.</summary>
internal sealed record FindingDescription(Severity Severity, string ResourceType, string Title, string? ConfigRule, string Guidance)
{
    public static FindingDescription Of(CisFinding finding) => new(
        (Severity)Enum.Parse(typeof(Severity), finding.Severity), finding.ResourceType, finding.Title, finding.ConfigRule, finding.Guidance);
}
