using System.Text.Json.Nodes;
using CisPosture.Sandbox.Tests.Conformance;

namespace CisPosture.Tests.SecurityHub;

/// <summary>The format's own judges: the AWS CLI, whose model must accept a report, and the hub, which must take every finding of it.</summary>
public sealed class AsffReportImportTests
{
    private const int Batch = 100;

    [Fact]
    public async Task A_report_of_a_whole_scan_is_imported_by_the_AWS_CLI()
    {
        await using var session = await HubSession.StartAsync();
        var folder = Directory.CreateTempSubdirectory("cisposture-asff-");
        try
        {
            var path = Path.Combine(folder.FullName, "scan.asff.json");
            session.Succeed("Test-CisControl @Live -Region us-east-1 | Where-Object Region -eq us-east-1 | Export-CisReport $args[0]", path);
            var findings = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsArray();
            var taken = 0;
            foreach (var batch in findings.Select(finding => finding!.DeepClone()).Chunk(Batch))
            {
                var input = Path.Combine(folder.FullName, "input.json");
                await File.WriteAllTextAsync(input, new JsonObject { ["Findings"] = new JsonArray(batch) }.ToJsonString(), TestContext.Current.CancellationToken);
                var answer = await new AwsCli(session.Sandbox).AskAsync("us-east-1", "securityhub", "batch-import-findings", "--cli-input-json", $"file://{input}");
                Assert.True(answer["FailedCount"]!.GetValue<int>() == 0, answer.ToJsonString());
                taken += answer["SuccessCount"]!.GetValue<int>();
            }

            Assert.Equal(findings.Count, taken);
            Assert.Equal(taken, session.Published().Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
