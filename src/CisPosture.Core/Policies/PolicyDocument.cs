using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CisPosture.Policies;

/// <summary>An IAM policy: a managed or inline policy, or the trust policy of a role.</summary>
internal sealed record PolicyDocument
{
    public string? Version { get; init; }

    public string? Id { get; init; }

    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    /// <summary>Reads a document in any shape in which AWS hands it out; never throws.</summary>
    /// <param name="text">Percent-encoded or plain JSON.</param>
    /// <param name="document">The document.</param>
    /// <param name="problem">Where it cannot be read: a sentence that says why.</param>
    /// <returns>Whether the text is a policy.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PolicyDocument? document, [NotNullWhen(false)] out string? problem)
    {
        (document, problem) = (null, null);
        try
        {
            document = PolicyReader.Read(text);
            return true;
        }
        catch (JsonException exception)
        {
            problem = $"The document is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.";
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The JSON library's answer to text that is no valid Unicode, such as half of a surrogate pair.
            problem = "The document holds text that is not valid Unicode.";
        }

        return false;
    }
}
