using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using Terminal = System.Console;

namespace CisPosture.Console;

/// <summary>Asks a person at the console to confirm, as PowerShell does before it changes something.</summary>
internal sealed class ChoicePrompt(Collection<ChoiceDescription> choices, int defaultChoice)
{
    public int Ask(string caption, string message)
    {
        Terminal.Error.WriteLine(caption);
        Terminal.Error.WriteLine(message);
        while (true)
        {
            Terminal.Error.Write($"{string.Join("  ", choices.Select(Label))}: ");
            var answer = Terminal.In.ReadLine() ?? throw new HostException("The input ended before the question was answered.");
            var index = answer.Trim().Length == 0 ? defaultChoice : Find(answer.Trim());
            if (index >= 0)
            {
                return index;
            }
        }
    }

    private static string Label(ChoiceDescription choice) => $"[{Key(choice)}] {Name(choice)}";

    private static string Name(ChoiceDescription choice) => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal);

    private static string Key(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant() : Name(choice);
    }

    private int Find(string answer)
    {
        for (var index = 0; index < choices.Count; index++)
        {
            if (string.Equals(answer, Key(choices[index]), StringComparison.OrdinalIgnoreCase)
                || string.Equals(answer, Name(choices[index]), StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
