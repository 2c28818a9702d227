using Amazon.EC2.Model;
using Amazon.SecurityHub.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.SecurityHub;

namespace CisPosture.Aws.SecurityHub;

/// <summary>The Security Hub of an open account.</summary>
internal sealed class SecurityHubAccess(AccountSession session, ApiCaller calls) : ISecurityHub
{
    private const int PageSize = 100;

    public Task<Evidence<IReadOnlyList<string>>> EnabledRegionsAsync() => AnswerAsync<IReadOnlyList<string>>(async () =>
    {
        var response = await calls.CallAsync(
            Operations.DescribeRegions,
            session.Region,
            cancellation => session.Clients.Ec2(session.Region).DescribeRegionsAsync(new DescribeRegionsRequest { AllRegions = false }, cancellation)).ConfigureAwait(false);
        return [.. response.Regions.OrEmpty().Select(region => region.RegionName).OrderBy(name => name, StringComparer.Ordinal)];
    });

    public Task<Evidence<IReadOnlyList<AsffFinding>>> FindAsync(string region, HubFilter filter) => AnswerAsync<IReadOnlyList<AsffFinding>>(async () =>
    {
        var pages = await calls.PagesAsync(
            HubOperations.GetFindings,
            region,
            (token, cancellation) => session.Clients.SecurityHub(region).GetFindingsAsync(
                new GetFindingsRequest { Filters = HubShapes.Of(filter, region), NextToken = token, MaxResults = PageSize }, cancellation),
            page => page.NextToken).ConfigureAwait(false);
        return [.. pages.SelectMany(page => page.Findings.OrEmpty()).Select(HubShapes.Read)];
    });

    public Task<Evidence<IReadOnlyList<HubRefusal>>> ImportAsync(string region, IReadOnlyList<AsffFinding> findings) => AnswerAsync<IReadOnlyList<HubRefusal>>(async () =>
    {
        var request = new BatchImportFindingsRequest { Findings = [.. findings.Select(HubShapes.Of)] };
        var response = await calls.CallAsync(
            HubOperations.BatchImportFindings, region, cancellation => session.Clients.SecurityHub(region).BatchImportFindingsAsync(request, cancellation)).ConfigureAwait(false);
        return [.. response.FailedFindings.OrEmpty().Select(failure => new HubRefusal(failure.Id ?? string.Empty, failure.ErrorCode ?? string.Empty, failure.ErrorMessage ?? string.Empty))];
    });

    public Task<Evidence<IReadOnlyList<HubRefusal>>> UpdateAsync(string region, IReadOnlyList<AsffFinding> findings, HubUpdate update) => AnswerAsync<IReadOnlyList<HubRefusal>>(async () =>
    {
        var request = new BatchUpdateFindingsRequest
        {
            FindingIdentifiers = [.. findings.Select(finding => new AwsSecurityFindingIdentifier { Id = finding.Id, ProductArn = finding.ProductArn })],
            Note = update.Note is null ? null : new NoteUpdate { Text = update.Note, UpdatedBy = HubNote.Writer },
            Workflow = new WorkflowUpdate { Status = update.WorkflowStatus },
        };
        var response = await calls.CallAsync(
            HubOperations.BatchUpdateFindings, region, cancellation => session.Clients.SecurityHub(region).BatchUpdateFindingsAsync(request, cancellation)).ConfigureAwait(false);
        return
        [
            .. response.UnprocessedFindings.OrEmpty().Select(failure =>
                new HubRefusal(failure.FindingIdentifier?.Id ?? string.Empty, failure.ErrorCode ?? string.Empty, failure.ErrorMessage ?? string.Empty)),
        ];
    });

    private static async Task<Evidence<T>> AnswerAsync<T>(Func<Task<T>> ask)
        where T : notnull
    {
        try
        {
            return Evidence.Of(await ask().ConfigureAwait(false));
        }
        catch (ApiCallException failure)
        {
            return Evidence.Missing<T>(failure.Gap);
        }
    }
}
