using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>
/// Control ids as they were typed. PowerShell reads a bare 1.20 in a list as the number 1.2, which is another control; where the zero may
/// have been lost the id is marked, to be refused rather than guessed at.
/// </summary>
internal static class ControlIdText
{
    private const string Mark = " or ";

    /// <summary>The texts of one argument.</summary>
    /// <param name="argument">A text, a number or a list of them.</param>
    /// <returns>The argument with texts in the place of numbers.</returns>
    public static object? Of(object? argument) => argument switch
    {
        // A number that stands alone still knows how it was typed.
        PSObject { BaseObject: double } typed when typed.ToString().IndexOf('.') > 0 => typed.ToString(),
        PSObject wrapped => Of(wrapped.BaseObject),
        double number => Of(number),
        string text => text,
        IEnumerable list => list.Cast<object?>().Select(Of).ToArray(),
        _ => argument,
    };

    /// <summary>Refuses ids whose last digit may have been lost.</summary>
    /// <param name="ids">Ids that went through <see cref="Of(object)"/>.</param>
    /// <exception cref="PostureException">An id may stand for two controls.</exception>
    public static void RefuseAmbiguous(IEnumerable<string> ids)
    {
        var ambiguous = ids.FirstOrDefault(id => id.IndexOf(Mark, StringComparison.Ordinal) >= 0);
        if (ambiguous is not null)
        {
            throw new PostureException(
                ErrorId.ControlIdInvalid,
                $"PowerShell reads a number in a list without its last zero, so this could be control {ambiguous}. Put the ids in quotation marks, for example '1.1', '1.20'.",
                ambiguous);
        }
    }

    private static string Of(double number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return IsControl(text) && IsControl(text + "0") ? $"{text}{Mark}{text}0" : text;
    }

    private static bool IsControl(string text) =>
        ControlId.TryParse(text, out var id) && BenchmarkCatalogue.Current.Controls.Any(control => control.Number == id);
}
