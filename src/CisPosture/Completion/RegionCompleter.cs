using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CisPosture.Accounts;

namespace CisPosture.Completion;

/// <summary>
/// Completes Regions, with their names as the tooltip. Those of the partition that the session works in come first. Nobody is asked: what the account has enabled only AWS knows.
/// </summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = new TypedWord(wordToComplete);
        var partition = AwsRegion.PartitionOf(SessionSettings.Region(fakeBoundParameters));
        return AwsRegion.All
            .Where(region => word.Begins(region.Code))
            .OrderByDescending(region => region.Partition == partition)
            .Select(region => TypedWord.Complete(region.Code, region.ToString()));
    }
}
