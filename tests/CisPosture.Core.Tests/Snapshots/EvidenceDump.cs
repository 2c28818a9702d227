using System.Collections;
using System.Globalization;

namespace CisPosture.Core.Tests.Snapshots;

/// <summary>Everything that an object's public members say, a line each, read without any serializer.</summary>
internal static class EvidenceDump
{
    public static IReadOnlyList<string> Of(object root)
    {
        var lines = new List<string>();
        Add(lines, "$", root);
        return lines;
    }

    private static void Add(List<string> lines, string path, object? value)
    {
        switch (value)
        {
            case null or string or bool or int:
                lines.Add($"{path} = {value ?? "(null)"}");
                break;
            case IFormattable plain:
                lines.Add($"{path} = {plain.ToString(value is DateTimeOffset ? "o" : "R", CultureInfo.InvariantCulture)}");
                break;
            case IDictionary table:
                lines.Add($"{path} has {table.Count}");
                foreach (var key in table.Keys.Cast<string>().Order(StringComparer.Ordinal))
                {
                    Add(lines, $"{path}['{key}']", table[key]);
                }

                break;
            case IEnumerable list:
                AddElements(lines, path, [.. list]);
                break;
            default:
                foreach (var property in value.GetType().GetProperties())
                {
                    Add(lines, $"{path}.{property.Name}", property.GetValue(value));
                }

                break;
        }
    }

    private static void AddElements(List<string> lines, string path, List<object?> elements)
    {
        lines.Add($"{path} has {elements.Count}");
        for (var index = 0; index < elements.Count; index++)
        {
            Add(lines, $"{path}[{index}]", elements[index]);
        }
    }
}
