using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CisPosture.Completion;

/// <summary>Completes the chapters of the benchmark, with their controls as the tooltip.</summary>
public sealed class SectionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = new TypedWord(wordToComplete);
        return BenchmarkCatalogue.Current.Controls
            .GroupBy(control => control.Section, StringComparer.Ordinal)
            .Where(section => word.Begins(section.Key))
            .Select(section => TypedWord.Complete(section.Key, $"{section.First().Id} to {section.Last().Id}"));
    }
}
