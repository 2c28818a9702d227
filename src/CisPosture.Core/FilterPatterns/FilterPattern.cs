using System.Diagnostics.CodeAnalysis;

namespace CisPosture.FilterPatterns;

/// <summary>
/// A CloudWatch Logs filter pattern for JSON events, such as <c>{ $.eventName = DeleteTrail }</c>. Two patterns are equal where their
/// canonical forms are: the same conditions joined in the same way, whatever their order, brackets, quotes and blanks.
/// </summary>
public sealed class FilterPattern : IEquatable<FilterPattern>
{
    /// <summary>The longest text that is read. CloudWatch Logs stores at most 1024 characters.</summary>
    public const int MaximumLength = 4096;

    /// <summary>The most brackets inside each other that are followed.</summary>
    public const int MaximumDepth = 32;

    private readonly string _canonical;

    internal FilterPattern(string text, FilterNode root)
    {
        Text = text;
        Root = CanonicalForm.Of(root);
        _canonical = $"{{ {Root} }}";
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The conditions in canonical form, without brackets around them.</summary>
    internal FilterNode Root { get; }

    /// <summary>Reads a pattern that is known to be good, such as a reference.</summary>
    /// <param name="text">The text, braces included.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="FormatException">The text is not a readable JSON filter pattern.</exception>
    public static FilterPattern Parse(string text) =>
        TryParse(text, out var pattern, out var error) ? pattern : throw new FormatException($"{error}: {text}");

    /// <summary>Reads a pattern. Whatever the text is, nothing is thrown.</summary>
    /// <param name="text">The text as CloudWatch Logs stores it, or null.</param>
    /// <param name="pattern">The pattern, where the text is one.</param>
    /// <param name="error">Why and where the text is not a readable JSON filter pattern.</param>
    /// <returns>True where the text is a readable JSON filter pattern.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FilterPattern? pattern, [NotNullWhen(false)] out FilterPatternError? error)
    {
        error = FilterPatternReader.Read(text, out var root);
        pattern = error is null ? new FilterPattern(text!, root!) : null;
        return error is null;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] FilterPattern? other) => other is not null && string.Equals(_canonical, other._canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as FilterPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_canonical);

    /// <summary>The canonical form, itself a readable pattern of the same meaning.</summary>
    public override string ToString() => _canonical;
}
