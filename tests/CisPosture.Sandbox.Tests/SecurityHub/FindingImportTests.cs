using System.Text;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Tests.Conformance;

namespace CisPosture.Sandbox.Tests.SecurityHub;

public sealed class FindingImportTests
{
    private const string ProductArn = "arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default";
    private const string Hub = """{ "regions": { "us-east-1": { "securityHub": { "isEnabled": true } } } }""";

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "first")]
    [InlineData("2025-12-31T23:59:59.999Z", "first")]
    [InlineData("2026-01-01T01:00:00+02:00", "first")]
    [InlineData("2026-01-01T00:00:00.001Z", "second")]
    public async Task What_is_not_newer_than_what_the_hub_has_is_ignored(string updatedAt, string kept)
    {
        await using var account = await ScratchAccount.StartAsync(Hub);
        await ImportAsync(account, finding => finding["Description"] = "first");

        var answer = await ImportAsync(account, finding => (finding["Description"], finding["UpdatedAt"]) = ("second", updatedAt));

        Assert.Equal(1, answer["SuccessCount"]!.GetValue<int>());
        Assert.Equal(kept, Only(account).Text("Description"));
    }

    [Theory]
    [InlineData("RESOLVED", "PASSED", "FAILED", "NEW")]
    [InlineData("NOTIFIED", "PASSED", "WARNING", "NEW")]
    [InlineData("NOTIFIED", "FAILED", "FAILED", "NOTIFIED")]
    [InlineData("SUPPRESSED", "PASSED", "FAILED", "SUPPRESSED")]
    [InlineData("RESOLVED", "FAILED", "PASSED", "RESOLVED")]
    public async Task What_passed_and_does_so_no_more_is_new_unless_it_was_suppressed(string workflow, string before, string after, string expected)
    {
        await using var account = await ScratchAccount.StartAsync(Hub);
        await ImportAsync(account, finding => finding["Compliance"]!["Status"] = before);
        await SendAsync(account, HttpMethod.Patch, "/findings/batchupdate", $$"""{"FindingIdentifiers":[{"Id":"one","ProductArn":"{{ProductArn}}"}],"Workflow":{"Status":"{{workflow}}" } }""");

        await ImportAsync(account, finding => (finding["Compliance"]!["Status"], finding["UpdatedAt"]) = (after, "2026-01-02T00:00:00Z"));

        Assert.Equal(expected, Only(account)["Workflow"]!.Text("Status"));
    }

    [Theory]
    [InlineData("Severity", null, "data should have required property 'FindingProviderFields', data should match some schema in anyOf")]
    [InlineData("Title", null, "data should have required property 'Title'")]
    [InlineData("Title", "\"\"", "data.Title should NOT be shorter than 1 characters")]
    [InlineData("Title", "5", "data.Title should be string")]
    [InlineData("CreatedAt", "\"yesterday\"", "data.CreatedAt should match format \"date-time\"")]
    [InlineData("UpdatedAt", "\"2026-01-01 00:00:00Z\"", "data.UpdatedAt should match format \"date-time\"")]
    [InlineData("SchemaVersion", "\"1\"", "data.SchemaVersion should be equal to one of the allowed values")]
    [InlineData("Resources", "[]", "data.Resources should NOT have fewer than 1 items")]
    [InlineData("Resources", "[{\"Type\":\"Other\"}]", "data.Resources[0] should have required property 'Id'")]
    [InlineData("Severity", "{\"Label\":\"GRAVE\"}", "data.Severity.Label should be equal to one of the allowed values")]
    [InlineData("Types", "[\"Nonsense/Of/Ours\"]", "data.Types should match pattern")]
    [InlineData("Status", "\"FAILED\"", "data should NOT have additional properties")]
    [InlineData("Compliance", "{\"Status\":\"NOT AVAILABLE\"}", "data.Compliance.Status should be equal to one of the allowed values")]
    [InlineData("Compliance", "{\"Status\":\"FAILED\",\"StatusReasons\":[{}]}", "data.Compliance.StatusReasons[0] should have required property 'ReasonCode'")]
    [InlineData("ProductFields", "{\"a\":\"\"}", "data.ProductFields['a'] should NOT be shorter than 1 characters")]
    public async Task A_finding_that_is_not_of_the_format_is_told_why(string member, string? json, string fault)
    {
        await using var account = await ScratchAccount.StartAsync(Hub);

        var answer = await ImportAsync(account, finding => finding[member] = json is null ? null : JsonNode.Parse(json));

        var failure = Assert.Single(answer["FailedFindings"]!.AsArray())!;
        Assert.Equal("InvalidInput", failure.Text("ErrorCode"));
        Assert.Contains(fault, failure.Text("ErrorMessage"), StringComparison.Ordinal);
        Assert.Empty(account.Sandbox.Account.Regions["us-east-1"].SecurityHub.Findings);
    }

    [Fact]
    public async Task A_finding_of_more_than_240_KB_is_refused()
    {
        await using var account = await ScratchAccount.StartAsync(Hub);
        var vulnerabilities = string.Join(',', Enumerable.Repeat($$"""{"Id":"{{new string('v', 1000)}}"}""", 250));

        var answer = await ImportAsync(account, finding => finding["Vulnerabilities"] = JsonNode.Parse($"[{vulnerabilities}]"));

        Assert.Equal("Finding size exceeded 240 KB", answer["FailedFindings"]![0]!.Text("ErrorMessage"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_batch_holds_1_to_100_findings(int count)
    {
        await using var account = await ScratchAccount.StartAsync(Hub);
        var findings = new JsonArray([.. Enumerable.Range(0, count).Select(_ => Finding())]);

        var answer = await SendAsync(account, HttpMethod.Post, "/findings/import", new JsonObject { ["Findings"] = findings }.ToJsonString());

        Assert.Equal("InvalidInputException", answer.Text("Code"));
    }

    private static JsonObject Only(ScratchAccount account) => Assert.Single(account.Sandbox.Account.Locked(() => account.Sandbox.Account.Regions["us-east-1"].SecurityHub.Findings.ToList())).Document;

    private static Task<JsonObject> ImportAsync(ScratchAccount account, Action<JsonObject> change)
    {
        var finding = Finding();
        change(finding);
        foreach (var name in finding.Where(member => member.Value is null).Select(member => member.Key).ToList()) finding.Remove(name);
        return SendAsync(account, HttpMethod.Post, "/findings/import", new JsonObject { ["Findings"] = new JsonArray(finding) }.ToJsonString());
    }

    private static async Task<JsonObject> SendAsync(ScratchAccount account, HttpMethod method, string path, string body) =>
        (await account.Wire.SendAsync("securityhub", method, path, new() { ["content-type"] = "application/json" }, Encoding.UTF8.GetBytes(body))).Json;

    private static JsonObject Finding() => JsonNode.Parse($$"""
        {
          "SchemaVersion": "2018-10-08", "Id": "one", "ProductArn": "{{ProductArn}}", "GeneratorId": "test", "AwsAccountId": "111122223333",
          "CreatedAt": "2026-01-01T00:00:00Z", "UpdatedAt": "2026-01-01T00:00:00Z", "Severity": { "Label": "HIGH" }, "Title": "A finding", "Description": "Of a test.",
          "Resources": [ { "Type": "AwsAccount", "Id": "AWS::::Account:111122223333" } ], "Compliance": { "Status": "FAILED" }
        }
        """)!.AsObject();
}
