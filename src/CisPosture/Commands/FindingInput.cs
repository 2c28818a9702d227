using System.Collections;
using System.Collections.ObjectModel;
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
        FindingId = ObjectMembers.Text(input, nameof(CisFinding.FindingId)) ?? string.Empty,
        ControlId = ObjectMembers.Text(input, nameof(CisFinding.ControlId)) ?? string.Empty,
        Title = ObjectMembers.Text(input, nameof(CisFinding.Title)) ?? string.Empty,
        Severity = ObjectMembers.Text(input, nameof(CisFinding.Severity)) ?? string.Empty,
        Status = ObjectMembers.Text(input, nameof(CisFinding.Status)) ?? string.Empty,
        ReasonCode = ObjectMembers.Text(input, nameof(CisFinding.ReasonCode)) ?? string.Empty,
        Reason = ObjectMembers.Text(input, nameof(CisFinding.Reason)) ?? string.Empty,
        AccountId = ObjectMembers.Text(input, nameof(CisFinding.AccountId)) ?? string.Empty,
        Region = ObjectMembers.Text(input, nameof(CisFinding.Region)) ?? string.Empty,
        ResourceType = ObjectMembers.Text(input, nameof(CisFinding.ResourceType)) ?? string.Empty,
        ResourceId = ObjectMembers.Text(input, nameof(CisFinding.ResourceId)) ?? string.Empty,
        ConfigRule = ObjectMembers.Text(input, nameof(CisFinding.ConfigRule)),
        Evidence = Facts(ObjectMembers.Value(input, nameof(CisFinding.Evidence))),
        Notes = ObjectMembers.Texts(input, nameof(CisFinding.Notes)),
        RepairCommand = ObjectMembers.Text(input, nameof(CisFinding.RepairCommand)),
        Guidance = ObjectMembers.Text(input, nameof(CisFinding.Guidance)) ?? string.Empty,
        ObservedAt = ObjectMembers.Time(input, nameof(CisFinding.ObservedAt)) ?? throw ObjectMembers.NoTime(input, nameof(CisFinding.ObservedAt)),
        Repair = RepairResultInput.Of(ObjectMembers.Value(input, nameof(CisFinding.Repair))),
        Suppression = Suppression(ObjectMembers.Value(input, nameof(CisFinding.Suppression))),
        FirstSeen = ObjectMembers.Time(input, nameof(CisFinding.FirstSeen)),
        LastSeen = ObjectMembers.Time(input, nameof(CisFinding.LastSeen)),
        ChangeKind = ObjectMembers.Text(input, nameof(CisFinding.ChangeKind)),
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
            Reason = ObjectMembers.Text(input, nameof(CisSuppression.Reason)) ?? string.Empty,
            Owner = ObjectMembers.Text(input, nameof(CisSuppression.Owner)),
            Expires = ObjectMembers.Text(input, nameof(CisSuppression.Expires)) ?? string.Empty,
            Path = ObjectMembers.Text(input, nameof(CisSuppression.Path)) ?? string.Empty,
            Line = ObjectMembers.Number(input, nameof(CisSuppression.Line)),
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
}
