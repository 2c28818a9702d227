using CisPosture.Sandbox;

namespace CisPosture.Tests.EndToEnd;

/// <summary>A snapshot is the account: judged from the file, it gives the findings of the live scan.</summary>
public sealed class SnapshotScanTests
{
    [Theory]
    [InlineData("neglected", "account.json")]
    [InlineData("exemplary", "account.json.gz")]
    [InlineData("enterprise", "account.json")]
    public async Task A_snapshot_gives_the_same_findings_as_the_live_scan(string account, string fileName)
    {
        await using var session = await SandboxSession.StartAsync(new SandboxOptions { Account = account, Enterprise = new EnterpriseSize { Users = 60, Policies = 20, Keys = 12, Groups = 10, Regions = 4 } });
        var folder = Directory.CreateTempSubdirectory("cisposture-");
        try
        {
            var path = Path.Combine(folder.FullName, fileName);
            var live = session.RunLive("Test-CisControl -EachResource");
            var export = session.RunLive($"Export-CisSnapshot -Path '{path}'");
            session.Sandbox.Requests.Reset();

            var judged = session.Run("Test-CisControl -EachResource -SnapshotPath $args[0]", path);

            Assert.Null(export.Failure);
            Assert.Equal(path, Assert.IsType<FileInfo>(Assert.Single(export.Output).BaseObject).FullName);
            Assert.NotEmpty(live.Findings);
            Assert.Equal(FindingText.OfAll(live.Findings), FindingText.OfAll(judged.Findings));
            Assert.Equal(0, session.Sandbox.Requests.Total);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
