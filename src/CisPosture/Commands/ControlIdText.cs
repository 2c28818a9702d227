using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CisPosture.Commands;

/// <summary>
/// Control ids as they were typed. PowerShell reads a bare 1.20 as the number 1.2, which is another control. Where a zero may have been
/// lost, the command line tells what was typed; where it does not, the id is refused rather than guessed at.
/// </summary>
internal static class ControlIdText
{
    private const string Mark = " or ";

    /// <summary>The texts of one argument, in which a number that may stand for two controls is marked.</summary>
    /// <param name="argument">A text, a number or a list of them.</param>
    /// <returns>The argument with texts in the place of numbers.</returns>
    public static object? Of(object? argument) => argument switch
    {
        // A number that stands alone may still know how it was typed.
        PSObject { BaseObject: double } typed when IsControl(typed.ToString()) => typed.ToString(),
        PSObject wrapped => Of(wrapped.BaseObject),
        double number => Of(number),
        string text => text,
        IEnumerable list => list.Cast<object?>().Select(Of).ToArray(),
        _ => argument,
    };

    /// <summary>Settles the marked ids by what was typed.</summary>
    /// <param name="ids">Ids that went through <see cref="Of(object)"/>.</param>
    /// <param name="commandLine">The line that the user typed.</param>
    /// <returns>The ids without marks; null for null.</returns>
    /// <exception cref="PostureException">The line does not tell which of two controls is meant.</exception>
    public static IReadOnlyList<string>? Settle(IEnumerable<string>? ids, string commandLine) =>
        ids?.Select(id => Settle(id, commandLine)).ToList();

    private static string Settle(string id, string commandLine)
    {
        var candidates = id.Split([Mark], StringSplitOptions.None);
        if (candidates.Length == 1)
        {
            return id;
        }

        var typed = candidates.Where(candidate => IsTyped(candidate, commandLine)).ToList();
        return typed.Count == 1
            ? typed[0]
            : throw new PostureException(
                ErrorId.ControlIdInvalid,
                $"PowerShell drops the last zero of a number, so this could be control {id}. Put the ids in quotation marks, for example '1.1', '1.20'.",
                id);
    }

    private static bool IsTyped(string id, string commandLine) =>
        Regex.IsMatch(commandLine, $@"(?<![\d.]){Regex.Escape(id)}(?!\d)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static string Of(double number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return IsControl(text) && IsControl(text + "0") ? $"{text}{Mark}{text}0" : text;
    }

    private static bool IsControl(string text) =>
        ControlId.TryParse(text, out var id) && BenchmarkCatalogue.Current.Controls.Any(control => control.Number == id);
}
