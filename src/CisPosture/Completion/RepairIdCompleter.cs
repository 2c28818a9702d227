using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CisPosture.Repairs;

namespace CisPosture.Completion;

/// <summary>Completes the runs of repairs that the journals tell of, the latest first, with what each was as the tooltip.</summary>
public sealed class RepairIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = new TypedWord(wordToComplete);
        return Runs(SessionSettings.Path(fakeBoundParameters, "JournalPath"))
            .Where(run => word.Begins(run.Id))
            .Select(run => TypedWord.Complete(run.Id, run.ToString()));
    }

    // Whoever runs the cmdlet is told of journals that are damaged or not there; whoever types has nothing to complete.
    private static IEnumerable<CisRepair> Runs(string? path)
    {
        try
        {
            return JournalReader.ReadAll(JournalFolder.Of(path), _ => { }).Select(CisRepair.Of).ToList();
        }
        catch (Exception failure) when (failure is PostureException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
