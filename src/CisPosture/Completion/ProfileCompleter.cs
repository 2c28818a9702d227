using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CisPosture.Profiles;

namespace CisPosture.Completion;

/// <summary>Completes the names of AWS profiles, with the file that each is in as the tooltip. Nothing else is taken from the files.</summary>
public sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = new TypedWord(wordToComplete);
        return ProfileNames.At(SessionSettings.Path(fakeBoundParameters, "ProfileLocation"), Environment.GetEnvironmentVariable)
            .Where(profile => word.Begins(profile.Name) && VisibleText.OnOneLine(profile.Name) == profile.Name) // nothing that would command a terminal is put on the command line
            .Select(profile => TypedWord.Complete(profile.Name, profile.Place));
    }
}
