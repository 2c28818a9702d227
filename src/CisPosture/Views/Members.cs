using System.Collections;
using System.Management.Automation;

namespace CisPosture.Views;

/// <summary>Reads members by name, so that what comes from files and jobs looks like what is fresh.</summary>
internal static class Members
{
    /// <summary>A member's value.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <returns>The value, without a wrapping that only holds it; null where there is no such member.</returns>
    public static object? Value(PSObject source, string member)
    {
        var value = source.Properties[member]?.Value;
        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }

    /// <summary>A member as one line that a terminal shows as it stands.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <returns>The line; empty where there is no such member.</returns>
    public static string Text(PSObject source, string member) => VisibleText.OnOneLine(Value(source, member)?.ToString() ?? string.Empty);

    /// <summary>What a member lists.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <returns>The items; none where the member is no list.</returns>
    public static IReadOnlyList<PSObject> Items(PSObject source, string member) => Value(source, member) is IEnumerable items and not string
        ? [.. items.Cast<object?>().OfType<object>().Select(item => PSObject.AsPSObject(item))]
        : [];

    /// <summary>What a member lists, as lines.</summary>
    /// <param name="source">The object.</param>
    /// <param name="member">The member's name.</param>
    /// <returns>The lines; none where the member is no list.</returns>
    public static IEnumerable<string> Texts(PSObject source, string member) => Items(source, member).Select(item => VisibleText.OnOneLine(item.ToString()));
}
