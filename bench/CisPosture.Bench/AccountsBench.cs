using System.CommandLine;
using CisPosture.Sandbox;

namespace CisPosture.Bench;

/// <summary>How much memory a scan of many accounts takes at most, beside one of few. Each scan is the only one of its process; the accounts are played in another.</summary>
internal static class AccountsBench
{
    private const long Mebibyte = 1024 * 1024;

    // Enough that what is read of an account weighs more than what is found in it.
    private static readonly EnterpriseSize Size = new() { Users = 300, Policies = 100, Keys = 10, Groups = 150, Regions = 3 };

    public static Command Command()
    {
        var counts = new Argument<int[]>("accounts") { Description = "How many accounts", DefaultValueFactory = _ => [10, 50] };
        var limit = new Option<int>("--throttle-limit") { Description = "How many accounts at once", DefaultValueFactory = _ => 16 };
        var template = new Option<string>("--account") { Description = "The account that all are made from", DefaultValueFactory = _ => "enterprise" };
        var command = new Command("accounts", "Peak memory of a scan of many accounts, beside one of few.") { counts, limit, template };
        command.SetAction((result, cancelled) => RunAsync(result.GetValue(counts)!, result.GetValue(limit), result.GetValue(template)!, cancelled));
        return command;
    }

    private static async Task RunAsync(int[] counts, int limit, string template, CancellationToken cancellationToken)
    {
        var costs = new List<AccountsCost>();
        foreach (var count in counts)
        {
            await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = template, Members = count - 1, Enterprise = Size }, cancellationToken);
            costs.Add(await AccountsProbe.RunAsync(sandbox.Endpoint, limit, cancellationToken));
        }

        Report.Print(
            $"A scan of an organization of '{template}' accounts, {limit} at once: peak working set of the scanning process",
            [
                ["accounts", "peak", "of the first", "findings", "in order", "time"],
                .. costs.Select(cost => new[]
                {
                    Report.Number(cost.Accounts),
                    $"{Report.Number((int)(cost.PeakWorkingSet / Mebibyte))} MiB",
                    Report.Ratio((double)cost.PeakWorkingSet / costs[0].PeakWorkingSet),
                    Report.Number(cost.Findings),
                    cost.IsInOrder ? "yes" : "no",
                    Report.Milliseconds(cost.Wall),
                }),
            ]);
    }
}
