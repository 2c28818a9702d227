using System.Globalization;
using System.Text.Json;

namespace CisPosture;

/// <summary>Says of JSON that could not be read where it is wrong and why, in words for the person who has the file.</summary>
internal static class JsonFailure
{
    private static readonly string[] PlaceMarks = [" Path: ", " LineNumber: "];

    /// <summary>The line and the byte, counted from one.</summary>
    public static string Place(JsonException cause) =>
        string.Format(CultureInfo.InvariantCulture, "line {0}, byte {1}", cause.LineNumber + 1, cause.BytePositionInLine + 1);

    /// <summary>The path of the member where it is known, and the place.</summary>
    public static string PathAndPlace(JsonException cause) => cause.Path is null ? Place(cause) : $"{cause.Path}, {Place(cause)}";

    // What the serializer says of types and required members is meant for developers; for the rest its words are good, less the place
    // that it repeats at the end, counted from zero. Some of its versions put quotes around names, and some do not.

    /// <summary>What is wrong, as a sentence.</summary>
    public static string Reason(JsonException cause)
    {
        var message = cause.Message;
        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return "a value of another type should stand there.";
        }

        var ends = PlaceMarks.Select(mark => message.IndexOf(mark, StringComparison.Ordinal)).Where(end => end > 0).ToList();
        var reason = (ends.Count == 0 ? message : message.Substring(0, ends.Min())).TrimEnd('.', ' ');
        var listing = reason.LastIndexOf(": ", StringComparison.Ordinal);
        return message.StartsWith("JSON deserialization for type", StringComparison.Ordinal) && listing > 0
            ? $"required members are missing{reason.Substring(listing).Replace("'", string.Empty)}."
            : $"{reason}.";
    }
}
