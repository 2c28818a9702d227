using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CisPosture.Views;

/// <summary>Several counts in one cell, without those that are zero.</summary>
internal static class Counts
{
    /// <summary>The counts as text.</summary>
    /// <param name="source">The object.</param>
    /// <param name="members">The members, each with the word for what it counts.</param>
    /// <param name="nothing">What to say where all are zero.</param>
    /// <param name="host">The host that shows it.</param>
    /// <param name="beside">What the other columns take, in characters.</param>
    /// <returns>A text such as "2 new, 1 resolved", in lines that fit.</returns>
    public static string Words(PSObject source, IEnumerable<(string Member, string Word)> members, string nothing, PSHost? host, int beside)
    {
        var texts = members
            .Select(member => (Count: Convert.ToInt64(Members.Value(source, member.Member), CultureInfo.InvariantCulture), member.Word))
            .Where(member => member.Count != 0)
            .Select(member => string.Format(CultureInfo.InvariantCulture, "{0} {1}", member.Count, member.Word))
            .ToList();
        return texts.Count == 0 ? nothing : Wrapping.Words(string.Join(", ", texts), Wrapping.RoomBeside(beside, host));
    }
}
