using CisPosture.Permissions;

namespace CisPosture.Views;

/// <summary>Controls in one cell.</summary>
internal static class ControlList
{
    /// <summary>Writes lists of controls short; what is no number of a control stays as it is.</summary>
    /// <param name="ids">The numbers, in their order.</param>
    /// <returns>A text such as "1.1, 3.1 – 3.14".</returns>
    public static string Of(IEnumerable<string> ids)
    {
        var texts = ids.ToList();
        return texts.TrueForAll(id => ControlId.TryParse(id, out _)) ? ControlRuns.Of(texts.Select(ControlId.Parse)) : string.Join(", ", texts);
    }
}
