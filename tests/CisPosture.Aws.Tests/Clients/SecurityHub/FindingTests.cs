using Amazon.SecurityHub.Model;
using CisPosture.Aws.Tests.Support;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Clients.SecurityHub;

public sealed class FindingTests
{
    private const string Region = "us-east-1";
    private const string ProductArn = "arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_go_in_are_changed_and_come_back_page_by_page()
    {
        await using var sandbox = await SandboxClients.OpenAsync(new SandboxOptions { Account = "neglected", PageSize = 1 });
        var hub = sandbox.Clients.SecurityHub(Region);

        var import = await hub.BatchImportFindingsAsync(new BatchImportFindingsRequest { Findings = [Finding("a"), Finding("b"), Finding("bad", title: new string('x', 300))] }, Token);
        var update = await hub.BatchUpdateFindingsAsync(
            new BatchUpdateFindingsRequest
            {
                FindingIdentifiers = [new() { Id = "b", ProductArn = ProductArn }, new() { Id = "c", ProductArn = ProductArn }],
                Note = new NoteUpdate { Text = "accepted", UpdatedBy = "CisPosture" },
                Workflow = new WorkflowUpdate { Status = "SUPPRESSED" },
            },
            Token);
        var request = new GetFindingsRequest
        {
            Filters = new AwsSecurityFindingFilters { ProductArn = [new() { Comparison = "EQUALS", Value = ProductArn }] },
            SortCriteria = [new() { Field = "Id", SortOrder = "asc" }],
            MaxResults = 100,
        };
        var first = await hub.GetFindingsAsync(request, Token);
        request.NextToken = first.NextToken;
        var second = await hub.GetFindingsAsync(request, Token);

        Assert.Equal((2, 1), (import.SuccessCount, import.FailedCount));
        Assert.Equal(("bad", "InvalidInput"), (Assert.Single(import.FailedFindings!).Id, import.FailedFindings![0].ErrorCode));
        Assert.Equal("b", Assert.Single(update.ProcessedFindings!).Id);
        Assert.Equal(("c", "FindingNotFound"), (Assert.Single(update.UnprocessedFindings!).FindingIdentifier!.Id, update.UnprocessedFindings![0].ErrorCode));
        Assert.Equal("a", Assert.Single(first.Findings!).Id);
        var last = Assert.Single(second.Findings!);
        Assert.Null(second.NextToken);
        Assert.Equal(("b", "SUPPRESSED", "accepted", "CisPosture"), (last.Id, last.Workflow!.Status, last.Note!.Text, last.Note.UpdatedBy));
        Assert.Equal(("HIGH", 70), (last.Severity!.Label, last.Severity.Normalized));
        Assert.Equal("text", last.Resources![0].Details!.Other!["fact"]);
    }

    [Fact]
    public async Task A_Region_without_the_hub_says_so()
    {
        await using var sandbox = await SandboxClients.OpenAsync("neglected");

        Assert.Equal("InvalidAccessException", await SandboxClients.ErrorAsync(() => sandbox.Clients.SecurityHub("ap-southeast-2").GetFindingsAsync(new GetFindingsRequest(), Token)));
    }

    // The header names the error; what the body calls its code may be something narrower.
    [Fact]
    public async Task The_error_is_the_one_that_the_header_names()
    {
        var aws = new ScriptedAws().On("securityhub:GetFindings", _ =>
        {
            var answer = ScriptedAws.Answer((400, """{"Code":"TooManyFilters","Message":"no"}"""));
            answer.Headers.Add("x-amzn-ErrorType", "InvalidInputException");
            return answer;
        });
        using var clients = TestClients.Over(aws);

        Assert.Equal("InvalidInputException", await SandboxClients.ErrorAsync(() => clients.SecurityHub(Region).GetFindingsAsync(new GetFindingsRequest(), Token)));
        aws.Dispose();
    }

    private static AwsSecurityFinding Finding(string id, string title = "A finding") => new()
    {
        SchemaVersion = "2018-10-08",
        Id = id,
        ProductArn = ProductArn,
        GeneratorId = "test",
        AwsAccountId = "111122223333",
        CreatedAt = "2026-01-01T00:00:00.000Z",
        UpdatedAt = "2026-01-01T00:00:00.000Z",
        FindingProviderFields = new FindingProviderFields { Severity = new FindingProviderSeverity { Label = "HIGH" } },
        Title = title,
        Description = "Of a test.",
        Resources = [new() { Type = "AwsAccount", Id = "AWS::::Account:111122223333", Details = new ResourceDetails { Other = new() { ["fact"] = "text" } } }],
        Compliance = new Compliance { Status = "FAILED" },
    };
}
