using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using CisPosture.Findings;

namespace CisPosture.Commands;

/// <summary>
/// Takes findings from the pipeline: fresh ones as they are, and what jobs, remoting, Import-Clixml and ConvertFrom-Json leave of them by
/// the names of their members.
/// </summary>
internal static class FindingInput
{
    /// <summary>The finding that an object is or was.</summary>
    /// <param name="input">An object of the pipeline.</param>
    /// <returns>The finding.</returns>
    /// <exception cref="PostureException">The object lacks what a finding must have.</exception>
    public static CisFinding Of(PSObject input)
    {
        if (input.BaseObject is CisFinding finding)
        {
            return finding;
        }

        var read = Read(input);
        return FindingRules.Problem(read) is { } problem
            ? throw new PostureException(ErrorId.FindingInvalid, $"This is not a finding: {problem}. Pass on what Test-CisControl emits.", input)
            : read;
    }

    private static CisFinding Read(PSObject input) => new()
    {
        FindingId = Text(input, nameof(CisFinding.FindingId)) ?? string.Empty,
        ControlId = Text(input, nameof(CisFinding.ControlId)) ?? string.Empty,
        Title = Text(input, nameof(CisFinding.Title)) ?? string.Empty,
        Severity = Text(input, nameof(CisFinding.Severity)) ?? string.Empty,
        Status = Text(input, nameof(CisFinding.Status)) ?? string.Empty,
        ReasonCode = Text(input, nameof(CisFinding.ReasonCode)) ?? string.Empty,
        Reason = Text(input, nameof(CisFinding.Reason)) ?? string.Empty,
        AccountId = Text(input, nameof(CisFinding.AccountId)) ?? string.Empty,
        Region = Text(input, nameof(CisFinding.Region)) ?? string.Empty,
        ResourceType = Text(input, nameof(CisFinding.ResourceType)) ?? string.Empty,
        ResourceId = Text(input, nameof(CisFinding.ResourceId)) ?? string.Empty,
        ConfigRule = Text(input, nameof(CisFinding.ConfigRule)),
        Evidence = Facts(Value(input, nameof(CisFinding.Evidence))),
        Notes = Texts(Value(input, nameof(CisFinding.Notes))),
        RepairCommand = Text(input, nameof(CisFinding.RepairCommand)),
        Guidance = Text(input, nameof(CisFinding.Guidance)) ?? string.Empty,
        ObservedAt = Time(input, nameof(CisFinding.ObservedAt)) ?? throw NoTime(input, nameof(CisFinding.ObservedAt)),
        Suppression = Suppression(Value(input, nameof(CisFinding.Suppression))),
        FirstSeen = Time(input, nameof(CisFinding.FirstSeen)),
        LastSeen = Time(input, nameof(CisFinding.LastSeen)),
        ChangeKind = Text(input, nameof(CisFinding.ChangeKind)),
    };

    private static CisSuppression? Suppression(object? value)
    {
        if (value is null)
        {
            return null;
        }

        var input = PSObject.AsPSObject(value);
        return new CisSuppression
        {
            Reason = Text(input, nameof(CisSuppression.Reason)) ?? string.Empty,
            Owner = Text(input, nameof(CisSuppression.Owner)),
            Expires = Text(input, nameof(CisSuppression.Expires)) ?? string.Empty,
            Path = Text(input, nameof(CisSuppression.Path)) ?? string.Empty,
            Line = int.TryParse(Text(input, nameof(CisSuppression.Line)), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0,
        };
    }

    private static ReadOnlyDictionary<string, object?> Facts(object? value)
    {
        var facts = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        switch (value)
        {
            case IDictionary table:
                // What comes back from a job has lost its order, and another one in each process; by name, the same facts look the same.
                foreach (var name in table.Keys.Cast<object>().OrderBy(name => name.ToString(), StringComparer.Ordinal))
                {
                    facts[name.ToString()] = Plain(table[name]);
                }

                break;
            case not null and not string:
                foreach (var member in PSObject.AsPSObject(value).Properties)
                {
                    facts[member.Name] = Plain(member.Value);
                }

                break;
        }

        return new ReadOnlyDictionary<string, object?>(facts);
    }

    private static object? Plain(object? value) => value switch
    {
        PSObject wrapped => Plain(wrapped.BaseObject),
        string text => text,
        IDictionary table => Facts(table),
        IEnumerable list => PlainList(list),
        _ => value,
    };

    private static object PlainList(IEnumerable list)
    {
        var items = list.Cast<object?>().Select(Plain).ToList();
        return items.TrueForAll(item => item is string) ? items.ConvertAll(item => (string)item!).ToArray() : items.ToArray();
    }

    private static string[] Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable list => [.. list.Cast<object?>().Select(item => item?.ToString() ?? string.Empty)],
        _ => [value.ToString()],
    };

    private static DateTimeOffset? Time(PSObject input, string member)
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

    private static PostureException NoTime(PSObject input, string member) => new(
        ErrorId.FindingInvalid,
        $"This is not a finding: its {member} is '{input.Properties[member]?.Value}', where a point in time is expected. Pass on what Test-CisControl emits.",
        input);

    private static string? Text(PSObject input, string member) => Value(input, member)?.ToString();

    private static object? Value(PSObject input, string member)
    {
        var value = input.Properties[member]?.Value;
        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }
}
