using System.CommandLine;
using CisPosture.Sandbox;

namespace CisPosture.Bench;

/// <summary>How many calls a scan makes, operation by operation, beside how many the account needs.</summary>
internal static class CallsBench
{
    public static Command Command()
    {
        var accounts = new Argument<string[]>("accounts") { Description = "Accounts of the sandbox", DefaultValueFactory = _ => ["exemplary", "enterprise"] };
        var command = new Command("calls", "Calls made by a scan of all controls in all Regions, beside calls needed.") { accounts };
        command.SetAction(async (result, cancelled) =>
        {
            foreach (var account in result.GetValue(accounts)!)
            {
                await RunAsync(account, cancelled);
            }
        });
        return command;
    }

    private static async Task RunAsync(string account, CancellationToken cancellationToken)
    {
        await using var session = await ScanSession.StartAsync(new SandboxOptions { Account = account }, cancellationToken);
        session.Run();
        var made = session.Sandbox.Requests.ByOperation;
        var needed = CallsNeeded.Of(session.Sandbox.Account);
        var operations = made.Keys.Union(needed.Keys).Order(StringComparer.Ordinal);
        Report.Print(
            $"Calls of a scan of '{account}'",
            [
                ["", "made", "needed", "made / needed"],
                .. operations.Select(operation => Row(operation, made.GetValueOrDefault(operation), needed.GetValueOrDefault(operation))),
                Row("all", made.Values.Sum(), needed.Values.Sum()),
            ]);
    }

    private static string[] Row(string operation, int made, int needed) =>
        [operation, Report.Number(made), Report.Number(needed), made == needed ? "" : needed == 0 ? "not needed" : Report.Ratio((double)made / needed)];
}
