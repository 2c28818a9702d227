using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>Reads members by name of what jobs, remoting and files leave of an object.</summary>
internal static class ObjectMembers
{
    /// <summary>The text of a member; null where it has none.</summary>
    public static string? Text(PSObject input, string member) => Value(input, member)?.ToString();

    /// <summary>The texts of a member that is a list; empty where it has none.</summary>
    public static string[] Texts(PSObject input, string member) => Value(input, member) switch
    {
        null => [],
        string text => [text],
        IEnumerable list => [.. list.Cast<object?>().Select(item => item?.ToString() ?? string.Empty)],
        { } value => [value.ToString()],
    };

    /// <summary>The number of a member; 0 where it has none.</summary>
    public static int Number(PSObject input, string member) =>
        int.TryParse(Text(input, member), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The point in time of a member; null where it has none.</summary>
    /// <exception cref="PostureException">Something else stands there.</exception>
    public static DateTimeOffset? Time(PSObject input, string member)
    {
        var value = Value(input, member);
        return value switch
        {
            null => null,
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time),
            string text when text.Length == 0 => null,
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
            // What remoting and Clixml leave of a time with an offset.
            _ when PSObject.AsPSObject(value).Properties["UtcDateTime"]?.Value is { } utc && PSObject.AsPSObject(utc).BaseObject is DateTime time =>
                new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            _ => throw NoTime(input, member),
        };
    }

    /// <summary>The failure of a member that should be a point in time.</summary>
    public static PostureException NoTime(PSObject input, string member) => new(
        ErrorId.FindingInvalid,
        $"This is not a finding: its {member} is '{input.Properties[member]?.Value}', where a point in time is expected. Pass on what Test-CisControl emits.",
        input);

    /// <summary>The value of a member without PowerShell's wrapper; null where it has none.</summary>
    public static object? Value(PSObject input, string member)
    {
        var value = input.Properties[member]?.Value;
        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }
}
