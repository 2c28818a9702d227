namespace CisPosture.Help.Pages;

/// <summary>A parameter.</summary>
/// <param name="Name">Its name, without the dash.</param>
/// <param name="Text">What it means.</param>
/// <param name="Uses">How it is given.</param>
internal sealed record HelpParameter(string Name, IReadOnlyList<ProseBlock> Text, IReadOnlyList<ParameterFacts> Uses)
{
    /// <summary>How it is given in a set; null where it is not in it.</summary>
    public ParameterFacts? In(string? set) => Uses.FirstOrDefault(use => use.Sets.Count == 0 || (set is not null && use.Sets.Contains(set)));
}
