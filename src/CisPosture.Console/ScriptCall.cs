using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CisPosture.Console;

/// <summary>Writes the call of a script file as PowerShell text, so that the engine binds its arguments as it always does.</summary>
internal static partial class ScriptCall
{
    public static string Of(ConsoleRequest request)
    {
        var words = request.Arguments.Select(Word).Prepend(Quoted(Path.GetFullPath(request.Text)));

        // 'exit' inside a script ends only that script; the code is handed on.
        return $"& {string.Join(' ', words)}; if (-not $?) {{ exit $LASTEXITCODE }}";
    }

    private static string Word(string argument)
    {
        var parameter = Parameter().Match(argument);
        if (!parameter.Success)
        {
            return Quoted(argument);
        }

        var value = parameter.Groups["value"];
        var isBare = !value.Success || value.Value.ToLowerInvariant() is "$true" or "$false";
        return isBare ? argument : $"{parameter.Groups["name"].Value}:{Quoted(value.Value)}";
    }

    private static string Quoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^(?<name>-[\p{L}_][\w-]*)(:(?<value>.+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
