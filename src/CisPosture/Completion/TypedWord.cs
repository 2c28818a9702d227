using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CisPosture.Completion;

/// <summary>What a user has typed of an argument so far.</summary>
/// <param name="word">The word, perhaps with the quotation mark that it begins with.</param>
internal sealed class TypedWord(string? word)
{
    // What PowerShell takes for a text without quotation marks wherever it stands as an argument.
    private static readonly Regex Bare = new("^[A-Za-z_][A-Za-z0-9_./-]*$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly string _text = (word ?? string.Empty).Trim('\'', '"');

    /// <summary>Whether a value begins with the word, in which * and ? stand for other characters.</summary>
    /// <param name="value">The value.</param>
    public bool Begins(string value) => WildcardPattern.ContainsWildcardCharacters(_text)
        ? WildcardPattern.Get(_text + "*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch(value)
        : value.StartsWith(_text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text has the word, of three characters or more, somewhere.</summary>
    /// <param name="text">The text.</param>
    public bool IsIn(string text) => _text.Length >= 3 && text.IndexOf(_text, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>A completion, in quotation marks where the value needs them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="tooltip">What else there is to know of it.</param>
    public static CompletionResult Complete(string value, string tooltip)
    {
        var quoted = Bare.IsMatch(value) ? value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
        return new CompletionResult(quoted, VisibleText.OnOneLine(value), CompletionResultType.ParameterValue, VisibleText.OnOneLine(tooltip));
    }
}
