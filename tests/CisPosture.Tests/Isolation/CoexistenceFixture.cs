using CisPosture.Sandbox;
using CisPosture.Tests.EndToEnd;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>Plays each session once, when a test first asks for it, against one account.</summary>
public sealed class CoexistenceFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-");
    private SandboxServer? _sandbox;
    private IReadOnlyList<string> _reference = [];
    private IReadOnlyList<string> _lines = [];
    private IReadOnlyList<Lazy<Task<IReadOnlyList<CellResult>>>> _plays = [];

    /// <summary>The sessions of the matrix.</summary>
    internal IReadOnlyList<CoexistenceSession> Sessions { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var account = Path.Combine(_folder.FullName, "account.json");
        SessionKeys.WriteAccount(account);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "theirs"), ForeignModules.Profile);
        HollowLibraries.Write(_folder.FullName);
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = account });
        ScanHere();
        Sessions = CoexistenceMatrix.Sessions(_sandbox.Endpoint.ToString(), _folder.FullName);
        _plays = [.. Sessions.Select(session => new Lazy<Task<IReadOnlyList<CellResult>>>(() => PlayAsync(session)))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>What came of the cells of a session.</summary>
    internal Task<IReadOnlyList<CellResult>> ResultsAsync(int session) => _plays[session].Value;

    // What every session is held to comes from this process, where nothing of other modules is loaded.
    private void ScanHere()
    {
        using var module = ModuleSession.Open();
        var scan = module.Run($"Test-CisControl -EndpointUrl '{_sandbox!.Endpoint}' -AccessKey test -SecretKey {SessionKeys.Secret}");
        Assert.True(scan is { Failure: null, Errors: [] }, $"The scan to compare with failed: {scan.Failure} {string.Join("; ", scan.Errors)}");
        _reference = FindingText.OfAll(scan.Findings);
        _lines = [.. scan.Findings.Select(finding => $"{finding.FindingId} {finding.Status} {finding.Reason}"), CisSummary.Of(scan.Findings).Text];
    }

    private async Task<IReadOnlyList<CellResult>> PlayAsync(CoexistenceSession session)
    {
        var check = CellJudge.CheckOf(session);
        var lines = session.Preparation.Concat(session.Cells.SelectMany(cell => new[] { cell.Line, check }));
        var answers = await SessionProcess.RunAsync(lines, _folder.FullName, TestContext.Current.CancellationToken);
        var prepared = session.Preparation.Count;
        Assert.All(answers.Take(prepared), answer => Assert.Empty(answer.Errors));
        var judge = new CellJudge(_reference, _lines);
        return [.. session.Cells.Select((cell, index) => judge.Judge(session, cell, answers[prepared + (2 * index)], answers[prepared + (2 * index) + 1]))];
    }
}
