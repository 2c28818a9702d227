using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>Frees a table of control parameters of PowerShell's wrappers, so that Core meets plain texts, numbers and tables.</summary>
internal static class ControlParameterTable
{
    /// <summary>A plain copy.</summary>
    /// <param name="table">The table as the user wrote it.</param>
    /// <param name="commandLine">The line that the user typed.</param>
    /// <returns>The same entries in the same order: texts as keys; texts, numbers, booleans or tables as values.</returns>
    public static IDictionary Of(IDictionary table, string commandLine)
    {
        var plain = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            plain[Key(entry.Key, commandLine)] = Value(entry.Value, commandLine);
        }

        return plain;
    }

    // A bare 1.3 is a number to PowerShell, and a bare 1.10 the number 1.1.
    private static string Key(object key, string commandLine)
    {
        var text = Convert.ToString(ControlIdText.Of(key), CultureInfo.InvariantCulture)!;
        return ControlIdText.Settle([text], commandLine)![0];
    }

    private static object? Value(object? value, string commandLine) => value switch
    {
        PSObject wrapped => Value(wrapped.BaseObject, commandLine),
        IDictionary nested => Of(nested, commandLine),
        SwitchParameter flag => flag.ToBool(),
        _ => value,
    };
}
