using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CisPosture.Completion;

/// <summary>Completes control ids, with the title and severity as the tooltip. A word that is no id finds the controls whose titles have it.</summary>
public sealed class ControlIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = new TypedWord(wordToComplete);
        var controls = BenchmarkCatalogue.Current.Controls;
        var byId = controls.Where(control => word.Begins(control.Id)).ToList();

        // In quotation marks, for a bare 1.20 would be the number 1.2.
        return (byId.Count > 0 ? byId : controls.Where(control => word.IsIn(control.Title)))
            .Select(control => new CompletionResult($"'{control.Id}'", control.Id, CompletionResultType.ParameterValue, $"{control.Title} ({control.Severity})"));
    }
}
