using System.CommandLine;
using CisPosture.Sandbox;

namespace CisPosture.Bench;

/// <summary>How long a scan takes where every answer is held back, beside the longest chain of calls of which each needs the answer before.</summary>
internal static class LatencyBench
{
    private const int Scans = 3;

    public static Command Command()
    {
        var accounts = new Argument<string[]>("accounts") { Description = "Accounts of the sandbox", DefaultValueFactory = _ => ["exemplary", "enterprise"] };
        var latency = new Option<int>("--milliseconds") { Description = "How long every answer is held back", DefaultValueFactory = _ => 100 };
        var command = new Command("latency", "Wall time of a scan with slow answers, beside its longest chain of dependent calls.") { accounts, latency };
        command.SetAction(async (result, cancelled) =>
        {
            foreach (var account in result.GetValue(accounts)!)
            {
                await RunAsync(account, TimeSpan.FromMilliseconds(result.GetValue(latency)), cancelled);
            }
        });
        return command;
    }

    private static async Task RunAsync(string account, TimeSpan latency, CancellationToken cancellationToken)
    {
        await using var session = await ScanSession.StartAsync(new SandboxOptions { Account = account, Latency = latency }, cancellationToken);

        // The first has the code compiled, and has IAM make its report, which takes seconds.
        session.Run();
        session.Sandbox.Requests.Reset();
        var time = Enumerable.Range(0, Scans).Select(_ => session.Run()).Min();
        var calls = session.Sandbox.Requests.Total / Scans;
        var chain = DependentCalls.Longest(session.Sandbox.Account);
        var least = latency * chain.Count;
        Report.Print(
            $"A scan of '{account}' with answers held back {Report.Milliseconds(latency)}: {string.Join(" → ", chain)}",
            ["", "time", "of the chain"],
            [$"chain of {chain.Count} calls", Report.Milliseconds(least), Report.Ratio(1)],
            ["the scan, least of " + Report.Number(Scans), Report.Milliseconds(time), Report.Ratio(time / least)],
            [$"all {calls} calls one after another", Report.Milliseconds(latency * calls), Report.Ratio((double)calls / chain.Count)]);
    }
}
