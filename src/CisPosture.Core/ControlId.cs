using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CisPosture;

/// <summary>
/// The number of a control in the benchmark, such as 1.2 or 3.10. It compares as a pair of integers, so 1.2 comes before 1.10.
/// </summary>
[JsonConverter(typeof(ControlIdJsonConverter))]
public readonly struct ControlId : IEquatable<ControlId>, IComparable<ControlId>, IComparable
{
    // The source document prints "2.2." once and uses a hyphen in "1.20 -": a trailing dot is forgiven, a decimal reading never made.
    // Leading zeros are refused, because 1.02 would have to be guessed: 1.2 or 1.20.
    private static readonly Regex Form = new(@"^\s*(?<chapter>[1-9][0-9]{0,2})\.(?<number>[1-9][0-9]{0,2})\.?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Makes the id of a chapter and a number in it.</summary>
    /// <param name="chapter">The chapter, 1 to 999.</param>
    /// <param name="number">The number inside the chapter, 1 to 999.</param>
    public ControlId(int chapter, int number)
    {
        Chapter = chapter;
        Number = number;
    }

    /// <summary>Reads an id such as "1.20".</summary>
    /// <param name="text">The text; a trailing dot is forgiven.</param>
    /// <exception cref="FormatException">The text is not two integers with a dot between them.</exception>
    public ControlId(string text)
    {
        if (!TryParse(text, out var id))
        {
            throw new FormatException($"'{text}' is not a control id; write a chapter and a number, for example 3.10.");
        }

        this = id;
    }

    /// <summary>The chapter: 1 identity, 2 logging, 3 monitoring, 4 networking.</summary>
    public int Chapter { get; }

    /// <summary>The number inside the chapter.</summary>
    public int Number { get; }

    /// <summary>Compares by chapter, then by number.</summary>
    public static bool operator <(ControlId left, ControlId right) => left.CompareTo(right) < 0;

    /// <summary>Compares by chapter, then by number.</summary>
    public static bool operator >(ControlId left, ControlId right) => left.CompareTo(right) > 0;

    /// <summary>Compares by chapter, then by number.</summary>
    public static bool operator <=(ControlId left, ControlId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by chapter, then by number.</summary>
    public static bool operator >=(ControlId left, ControlId right) => left.CompareTo(right) >= 0;

    /// <summary>True where chapter and number are equal.</summary>
    public static bool operator ==(ControlId left, ControlId right) => left.Equals(right);

    /// <summary>True where chapter or number differ.</summary>
    public static bool operator !=(ControlId left, ControlId right) => !left.Equals(right);

    /// <summary>
    /// The number that PowerShell makes of the id where it stands bare, so that <c>-in 1.5, 1.9</c> finds what <c>-eq 1.5</c> does. An id that ends in a zero is no
    /// number: 1.20 would be 1.2, which is another control.
    /// </summary>
    /// <param name="id">The id.</param>
    /// <exception cref="InvalidCastException">The id ends in a zero.</exception>
    public static explicit operator double(ControlId id) => id.Number % 10 == 0
        ? throw new InvalidCastException($"Control {id} is no number; write it in quotation marks.")
        : double.Parse(id.ToString(), CultureInfo.InvariantCulture);

    /// <summary>Reads an id such as "1.20".</summary>
    /// <param name="text">The text.</param>
    /// <returns>The id.</returns>
    /// <exception cref="FormatException">The text is not two integers with a dot between them.</exception>
    public static ControlId Parse(string text) => new(text);

    /// <summary>Reads an id and says whether the text was one.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="id">The id read.</param>
    /// <returns>True where the text is an id.</returns>
    public static bool TryParse(string? text, out ControlId id)
    {
        var match = text is null ? Match.Empty : Form.Match(text);
        id = match.Success ? new ControlId(Integer(match, "chapter"), Integer(match, "number")) : default;
        return match.Success;
    }

    /// <inheritdoc/>
    public int CompareTo(ControlId other) => Chapter != other.Chapter ? Chapter.CompareTo(other.Chapter) : Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        ControlId other => CompareTo(other),
        string text when TryParse(text, out var parsed) => CompareTo(parsed),
        _ => throw new ArgumentException($"'{obj}' is not a control id.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(ControlId other) => Chapter == other.Chapter && Number == other.Number;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ControlId other ? Equals(other) : obj is string text && TryParse(text, out var parsed) && Equals(parsed);

    /// <inheritdoc/>
    public override int GetHashCode() => (Chapter * 1000) + Number;

    /// <summary>The id as the benchmark prints it, such as "1.20".</summary>
    public override string ToString() => FormattableString.Invariant($"{Chapter}.{Number}");

    private static int Integer(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
