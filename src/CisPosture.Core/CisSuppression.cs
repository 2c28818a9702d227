namespace CisPosture;

/// <summary>Why a finding is accepted, by whom and until when. Its members are texts and numbers, so that it reads the same after jobs and files.</summary>
public sealed record CisSuppression
{
    /// <summary>What <see cref="Expires"/> says of a rule without an end.</summary>
    public const string Never = "never";

    /// <summary>Why it is accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>Who answers for it; null where the rule does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>The last day on which it holds, such as 2026-12-31, a point in time, or "never".</summary>
    public required string Expires { get; init; }

    /// <summary>The file of the rule, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>The line on which the rule begins.</summary>
    public required int Line { get; init; }

    /// <summary>One line: the reason, the owner and the end.</summary>
    public override string ToString() => VisibleText.OnOneLine(Owner is null ? $"{Reason} (until {Expires})" : $"{Reason} ({Owner}, until {Expires})");
}
