using System.Text.RegularExpressions;
using CisPosture.Suppressions;

namespace CisPosture.SecurityHub;

/// <summary>
/// What this module writes on a finding that it suppresses. By it, it knows later that the suppression is its own, and until when; what people
/// have written or set it leaves alone.
/// </summary>
internal sealed record HubNote(string Expires, string? Owner, string Reason)
{
    /// <summary>Who is named as the writer.</summary>
    public const string Writer = "CisPosture";

    /// <summary>What is written on a finding whose suppression has ended.</summary>
    public const string Lifted = "CisPosture no longer accepts this: the rule has ended.";

    private const int LongestOwner = 128;

    private static readonly Regex Form = new(
        @"\ACisPosture accepts this (until (?<expires>\S+)|(?<never>without an end))( \(owner: (?<owner>.*?)\))?: (?<reason>.*)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    /// <summary>The words.</summary>
    public string Text
    {
        get
        {
            var end = Expires == CisSuppression.Never ? "without an end" : $"until {Expires}";
            var owner = string.IsNullOrWhiteSpace(Owner) ? string.Empty : $" (owner: {AsffText.Cut(Owner!, LongestOwner)})";
            return AsffText.Cut($"CisPosture accepts this {end}{owner}: {Reason}", AsffLimits.NoteText);
        }
    }

    /// <summary>What to write for a suppression.</summary>
    public static HubNote Of(CisSuppression suppression) => new(suppression.Expires, suppression.Owner, suppression.Reason);

    /// <summary>Reads a note of this module; null for one of anybody else.</summary>
    public static HubNote? Read(AsffNote? note)
    {
        if (note?.Text is not { } text || note.UpdatedBy != Writer)
        {
            return null;
        }

        var match = Form.Match(text);
        return match.Success
            ? new HubNote(
                match.Groups["never"].Success ? CisSuppression.Never : match.Groups["expires"].Value,
                match.Groups["owner"].Success ? match.Groups["owner"].Value : null,
                match.Groups["reason"].Value)
            : null;
    }

    /// <summary>Whether the end that it names has come.</summary>
    public bool IsOver(DateTimeOffset now) => SuppressionExpiry.Parse(Expires)?.IsOver(now) == true;
}
