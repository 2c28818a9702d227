using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.PushBack;

namespace CisPosture.Sandbox.Tests.Conformance;

public sealed class SecurityHubConformance
{
    private const string Region = ScratchAccount.Region;
    private const string ProductArn = "arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default";
    private const string Hub = """{ "regions": { "us-east-1": { "securityHub": { "isEnabled": true } }, "eu-west-1": {} } }""";

    [Fact]
    public async Task Findings_are_imported_updated_and_found_again()
    {
        await using var account = await ScratchAccount.StartAsync(Hub);

        var first = await ImportAsync(account, Finding("one"), Finding("two"));
        await ImportAsync(account, Finding("one", finding => { finding["UpdatedAt"] = "2026-02-01T00:00:00Z"; finding["Compliance"]!["Status"] = "PASSED"; }));
        var found = (await AskAsync(account, "get-findings", "--filters", """{"Id":[{"Value":"one","Comparison":"EQUALS"}]}"""))["Findings"]!.AsArray();

        Assert.Equal((2, 0), (first["SuccessCount"]!.GetValue<int>(), first["FailedCount"]!.GetValue<int>()));
        var one = Assert.Single(found)!;
        Assert.Equal(("PASSED", "Default", "Personal", Region, "ACTIVE"), (one["Compliance"]!.Text("Status"), one.Text("ProductName"), one.Text("CompanyName"), one.Text("Region"), one.Text("RecordState")));
        Assert.Equal(("HIGH", "70", "NEW"), (one["Severity"]!.Text("Label"), one["Severity"]!.Text("Normalized"), one["Workflow"]!.Text("Status")));
        Assert.Equal($"{ProductArn}/one", one["ProductFields"]!.Text("aws/securityhub/FindingId"));
    }

    [Fact]
    public async Task A_fault_in_one_finding_keeps_no_other_out()
    {
        await using var account = await ScratchAccount.StartAsync(Hub);

        var answer = await ImportAsync(account, Finding("good"), Finding("long", finding => finding["Title"] = new string('x', 257)), Finding("foreign", finding => finding["AwsAccountId"] = "999988887777"));

        Assert.Equal((1, 2), (answer["SuccessCount"]!.GetValue<int>(), answer["FailedCount"]!.GetValue<int>()));
        Assert.Equal(["long", "foreign"], answer["FailedFindings"].Each("Id"));
        Assert.Equal(["InvalidInput", "InvalidAccess"], answer["FailedFindings"].Each("ErrorCode"));
        Assert.Contains("data.Title should NOT be longer than 256 characters", answer["FailedFindings"]![0]!.Text("ErrorMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_s_word_outlasts_later_imports()
    {
        await using var account = await ScratchAccount.StartAsync(Hub);
        await ImportAsync(account, Finding("one"));

        var update = await AskAsync(
            account, "batch-update-findings", "--finding-identifiers", $"Id=one,ProductArn={ProductArn}", $"Id=nobody,ProductArn={ProductArn}", "--note", "Text=accepted,UpdatedBy=me", "--workflow", "Status=SUPPRESSED", "--severity", "Label=LOW");
        await ImportAsync(account, Finding("one", finding => finding["UpdatedAt"] = "2026-02-01T00:00:00Z"));
        var one = (await AskAsync(account, "get-findings", "--filters", """{"WorkflowStatus":[{"Value":"SUPPRESSED","Comparison":"EQUALS"}]}"""))["Findings"]![0]!;

        Assert.Equal(["one"], update["ProcessedFindings"].Each("Id"));
        Assert.Equal(["FindingNotFound"], update["UnprocessedFindings"].Each("ErrorCode"));
        Assert.Equal("nobody", update["UnprocessedFindings"]![0]!["FindingIdentifier"]!.Text("Id"));
        Assert.Equal(("accepted", "LOW", "2026-02-01T00:00:00Z"), (one["Note"]!.Text("Text"), one["Severity"]!.Text("Label"), one.Text("UpdatedAt")));
        Assert.Equal("HIGH", one["FindingProviderFields"]!["Severity"]!.Text("Label"));
    }

    [Fact]
    public async Task The_cli_follows_the_pages_of_findings_in_the_order_asked_for()
    {
        await using var account = await ScratchAccount.StartAsync(Hub, new SandboxOptions { PageSize = 2 });
        await ImportAsync(account, [.. Enumerable.Range(1, 5).Select(number => Finding($"f{number}"))]);

        var found = await AskAsync(account, "get-findings", "--sort-criteria", "Field=Id,SortOrder=desc", "--filters", """{"Id":[{"Value":"f","Comparison":"PREFIX"}],"ComplianceStatus":[{"Value":"FAILED","Comparison":"EQUALS"}]}""");

        Assert.Equal(["f5", "f4", "f3", "f2", "f1"], found["Findings"].Each("Id"));
    }

    [Fact]
    public async Task Security_Hub_s_own_findings_are_of_the_standard()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "neglected" }, TestContext.Current.CancellationToken);

        var found = (await new AwsCli(sandbox).AskAsync(
            Region, "securityhub", "get-findings", "--filters", """{"GeneratorId":[{"Value":"arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.5","Comparison":"EQUALS"}]}"""))["Findings"]!.AsArray();

        var finding = Assert.Single(found)!;
        Assert.Equal(("FAILED", "IAM.11"), (finding["Compliance"]!.Text("Status"), finding["Compliance"]!.Text("SecurityControlId")));
        Assert.Equal("AWS::::Account:111122223333", finding["Resources"]![0]!.Text("Id"));
        Assert.Empty(sandbox.Faults);
    }

    [Fact]
    public async Task Where_the_hub_is_off_it_lets_nobody_in()
    {
        await using var account = await ScratchAccount.StartAsync(Hub);

        var code = await account.Aws.ErrorAsync("eu-west-1", "securityhub", "get-findings");
        var import = await account.Aws.AskAsync("eu-west-1", "securityhub", "batch-import-findings", "--findings", Finding("one", finding => finding["ProductArn"] = ProductArn.Replace(Region, "eu-west-1", StringComparison.Ordinal)).ToJsonString());

        Assert.Equal("InvalidAccessException", code);
        Assert.Equal("InvalidAccess", import["FailedFindings"]![0]!.Text("ErrorCode"));
    }

    [Theory]
    [InlineData("get-findings", "--filters", """{"NetworkProtocol":[{"Value":"TCP","Comparison":"EQUALS"}]}""")]
    [InlineData("get-findings", "--filters", """{"Id":[{"Value":"a","Comparison":"EQUALS"},{"Value":"b","Comparison":"NOT_EQUALS"}]}""")]
    [InlineData("get-findings", "--starting-token", "forged")]
    [InlineData("batch-update-findings", "--finding-identifiers", "Id=one,ProductArn=arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default")]
    [InlineData("batch-import-findings", "--findings", "SchemaVersion=2018-10-08,Id=a,ProductArn=arn:aws:securityhub:us-east-1::product/other/other,GeneratorId=a,AwsAccountId=111122223333,CreatedAt=a,UpdatedAt=a,Title=a,Description=a,Resources=[{Type=Other,Id=a}]")]
    public async Task What_cannot_be_done_is_refused_as_a_whole(params string[] arguments)
    {
        await using var account = await ScratchAccount.StartAsync(Hub);

        Assert.Equal("InvalidInputException", await account.Aws.ErrorAsync(Region, ["securityhub", .. arguments]));
    }

    [Fact]
    public async Task Refusals_and_throttling_are_Security_Hub_s_own()
    {
        await using var denied = await ScratchAccount.StartAsync(Hub, new SandboxOptions { Deny = ["securityhub:BatchImportFindings"] });
        await using var throttled = await ScratchAccount.StartAsync(Hub, new SandboxOptions { Throttle = [new ThrottleRule("securityhub", 0.01, 1)] });

        Assert.Equal("AccessDeniedException", await denied.Aws.ErrorAsync(Region, "securityhub", "batch-import-findings", "--findings", Finding("one").ToJsonString()));
        await AskAsync(throttled, "get-findings");
        Assert.Equal("TooManyRequestsException", await throttled.Aws.ErrorAsync(Region, "securityhub", "get-findings"));
    }

    private static JsonObject Finding(string id, Action<JsonObject>? change = null)
    {
        var finding = new JsonObject
        {
            ["SchemaVersion"] = "2018-10-08",
            ["Id"] = id,
            ["ProductArn"] = ProductArn,
            ["GeneratorId"] = "test",
            ["AwsAccountId"] = "111122223333",
            ["Types"] = new JsonArray("Software and Configuration Checks/Industry and Regulatory Standards"),
            ["CreatedAt"] = "2026-01-01T00:00:00Z",
            ["UpdatedAt"] = "2026-01-01T00:00:00Z",
            ["Severity"] = new JsonObject { ["Label"] = "HIGH" },
            ["Title"] = string.Create(CultureInfo.InvariantCulture, $"Finding {id}"),
            ["Description"] = "A finding of a test.",
            ["Resources"] = new JsonArray(new JsonObject { ["Type"] = "AwsAccount", ["Id"] = "AWS::::Account:111122223333" }),
            ["Compliance"] = new JsonObject { ["Status"] = "FAILED" },
        };
        change?.Invoke(finding);
        return finding;
    }

    private static Task<JsonNode> ImportAsync(ScratchAccount account, params JsonObject[] findings) =>
        AskAsync(account, "batch-import-findings", "--findings", new JsonArray([.. findings]).ToJsonString());

    private static Task<JsonNode> AskAsync(ScratchAccount account, params string[] arguments) => account.Aws.AskAsync(Region, ["securityhub", .. arguments]);
}
