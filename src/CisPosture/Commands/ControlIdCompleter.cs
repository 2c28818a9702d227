using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CisPosture.Commands;

/// <summary>Completes control ids, with the title and severity as the tooltip.</summary>
public sealed class ControlIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var start = wordToComplete.Trim('\'', '"');
        return BenchmarkCatalogue.Current.Controls
            .Where(control => control.Id.StartsWith(start, StringComparison.Ordinal))
            .Select(control => new CompletionResult(
                $"'{control.Id}'", control.Id, CompletionResultType.ParameterValue, $"{control.Title} ({control.Severity})"));
    }
}
