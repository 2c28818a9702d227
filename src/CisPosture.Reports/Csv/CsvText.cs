using System.Text;

namespace CisPosture.Reports.Csv;

/// <summary>Texts that a spreadsheet shows and never runs.</summary>
internal static class CsvText
{
    /// <summary>Puts an apostrophe before whatever could begin a formula.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A text of which no part that a spreadsheet could take for a cell begins a formula.</returns>
    public static string Harmless(string text)
    {
        var visible = VisibleText.Of(text);
        var harmless = new StringBuilder(visible.Length + 8);
        var isCellStart = true;
        for (var index = 0; index < visible.Length; index++)
        {
            var character = visible[index];
            if (isCellStart && (IsFormulaStart(character) || (index == 0 && character is '\t' or '\r')))
            {
                harmless.Append('\'');
            }

            harmless.Append(character);
            isCellStart = IsCellEnd(character) || (isCellStart && char.IsWhiteSpace(character));
        }

        return harmless.ToString();
    }

    // The wide forms count where the reader's language has them.
    private static bool IsFormulaStart(char character) => character is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    // Where the list separator of the reader's country is not the comma, a cell may also end at what separates there, and at a quote that then
    // closes nothing.
    private static bool IsCellEnd(char character) => character is ',' or ';' or '|' or '"' or '\t' or '\r' or '\n';
}
