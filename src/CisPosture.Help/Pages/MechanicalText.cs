using System.Globalization;
using System.Text;
using CisPosture.Help.Cmdlets;

namespace CisPosture.Help.Pages;

/// <summary>The parts of a page that follow from the cmdlet, laid out as platyPS does.</summary>
internal static class MechanicalText
{
    /// <summary>What stands on every page under CommonParameters.</summary>
    public const string CommonParameters =
        "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction, -InformationVariable, -OutVariable, -OutBuffer, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction and -WarningVariable. For more information, see [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).";

    private const int SyntaxWidth = 110;

    /// <summary>The parameter sets, each with its heading and a block.</summary>
    public static string Syntax(CmdletDescription cmdlet) => string.Join("\n", cmdlet.Syntaxes.Select(set => Heading(set) + Block("", Wrap(cmdlet.Name, set.Items))));

    /// <summary>The blocks that tell how a parameter is given, one for all sets in which that is the same.</summary>
    public static string Facts(ParameterDescription parameter) => string.Join("\n", parameter.Uses.Select(use => Block("yaml", Facts(parameter, use))));

    private static string Heading(SyntaxDescription set) => set.Name is null ? "" : $"### {set.Name}{(set.IsDefault ? " (Default)" : "")}\n";

    private static string Block(string language, string content) => $"```{language}\n{content}\n```\n";

    private static string Wrap(string name, IEnumerable<string> items)
    {
        var text = new StringBuilder(name);
        var width = name.Length;
        foreach (var item in items)
        {
            var isTooLong = width + 1 + item.Length > SyntaxWidth;
            text.Append(isTooLong ? "\n " : " ").Append(item);
            width = (isTooLong ? 1 : width + 1) + item.Length;
        }

        return text.ToString();
    }

    private static string Facts(ParameterDescription parameter, ParameterUse use)
    {
        string?[] lines =
        [
            $"Type: {parameter.Type}",
            $"Parameter Sets: {(parameter.IsInAllSets && parameter.Uses.Count == 1 ? "(All)" : string.Join(", ", use.Sets))}",
            Line("Aliases", string.Join(", ", parameter.Aliases)),
            parameter.Values.Count == 0 ? null : Line("Accepted values", string.Join(", ", parameter.Values)),
            "",
            $"Required: {use.IsRequired}",
            $"Position: {use.Position?.ToString(CultureInfo.InvariantCulture) ?? "Named"}",
            $"Default value: {(use.IsRequired ? "None" : parameter.Default)}",
            $"Accept pipeline input: {use.Pipeline}",
            $"Accept wildcard characters: {parameter.TakesWildcards}",
        ];
        return string.Join("\n", lines.Where(line => line is not null));
    }

    private static string Line(string name, string value) => value.Length == 0 ? $"{name}:" : $"{name}: {value}";
}
