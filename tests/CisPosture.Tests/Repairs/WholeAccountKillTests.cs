using System.Collections.Concurrent;
using CisPosture.Repairs;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.State.Sns;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Repairs;

/// <summary>
/// The repair of the whole neglected account dies after every single one of its writes. It is taken repair by repair, each from the account as
/// the repairs before it have left it, so that of the work around a write only what concerns it is done again. Nothing is allowed but what
/// Get-CisRequiredPermission tells.
/// </summary>
public sealed class WholeAccountKillTests : IDisposable
{
    // Repairs at once, and sessions of each that run again and undo: much of what they do is to wait for their turn at AWS's documented pace.
    private const int PartsAtOnce = 3;
    private const int AtOnce = 16;

    private const string GivenTopic = "arn:aws:sns:us-east-1:111122223333:security";
    private const string Subscriber = "soc@example.com";

    /// <summary>The whole account, and after it accounts in which a repair goes ways that it has no need of there.</summary>
    private static readonly KillScenario[] Scenarios =
    [
        new("neglected", "*", WholeAccount.Parameters),
        new("neglected", "2.1", "@{ BucketName = 'new-trail-logs-111122223333' }") { Prepare = WithoutTrails },
        new("neglected", "2.1", "@{}") { Prepare = WithATrailThatRecordsReadsOnly },
        new("exemplary", "3.1", $"@{{ TopicArn = '{GivenTopic}'; SubscriberEndpoint = '{Subscriber}' }}") { Prepare = WithATopicThatAlarmsMayNotPublishTo },
    ];

    private static readonly Lazy<string> Policy = new(() =>
    {
        using var module = ModuleSession.Open();
        return (string)Assert.Single(module.Run("Get-CisRequiredPermission -ForRepair -AsPolicyJson").Output).BaseObject;
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-whole-");
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_repair_of_the_whole_account_that_was_killed_after_any_write_is_completed_by_running_it_again_and_undone_whole()
    {
        var parts = await Task.WhenAll(Scenarios.Select(scenario => Task.Run(() => RepairInPartsAsync(scenario))));
        await Parallel.ForEachAsync(
            parts.SelectMany(part => part).OrderByDescending(part => part.Writes),
            new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (part, _) => await KillAtEveryWriteAsync(part));

        var known = RepairCatalogue.Current.Repairs.SelectMany(repair => repair.Rows).SelectMany(row => row.Calls.Concat(row.UndoCalls)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(
            known.All(_seen.ContainsKey),
            $"Never died at and never taken back: {string.Join(", ", known.Where(write => !_seen.ContainsKey(write)).Order(StringComparer.Ordinal))}. Bring them into the account, or add a scenario that comes to them.");
    }

    /// <summary>Mends the account once, undisturbed, and keeps what each repair starts from and does.</summary>
    private async Task<IReadOnlyList<RepairPart>> RepairInPartsAsync(KillScenario scenario)
    {
        var parts = new List<RepairPart>();
        var writes = 0;
        await using var session = await RepairSession.StartAsync(new SandboxOptions
        {
            Account = scenario.Account,
            AllowOnly = Policy.Value,
            OnWrite = write =>
            {
                writes = write.Number;
                _seen[write.Operation] = true;
                return Task.CompletedTask;
            },
        });
        session.Sandbox.Account.Change(scenario.Prepare);
        session.Succeed($"$global:Choices = {scenario.Parameters}");
        session.Succeed($"$global:Failed = Test-CisControl @Live -Id {scenario.Controls} | Where-Object Status -eq Failed");
        foreach (var command in RepairCatalogue.Current.Repairs.Select(repair => repair.Command))
        {
            var name = Path.Combine(_folder.FullName, $"{Array.IndexOf(Scenarios, scenario)}-{command}");
            await File.WriteAllTextAsync($"{name}.account.json", session.Sandbox.Account.Export(), TestContext.Current.CancellationToken);
            var found = session.Succeed("$global:Own = $Failed | Where-Object RepairCommand -eq $args[0]; if ($Own) { $null = $Own | Export-CisReport $args[1] }; $Own", command, $"{name}.json");
            if (found.Findings.Count == 0) continue;
            var before = writes;
            var mended = session.Succeed("$Own | Repair-CisFinding @Live @Journals @Choices -Force");
            if (writes > before) parts.Add(new RepairPart(command, scenario.Parameters, $"{name}.account.json", $"{name}.json", writes - before, Statuses(mended.Findings), WholeAccount.DeletedPasswords(mended.Findings)));

            // So that what the repairs after this one start from has nothing in it that changes by itself.
            session.Sandbox.Account.ConfirmSubscriptions(Subscriber);
        }

        return parts;
    }

    private async Task KillAtEveryWriteAsync(RepairPart part)
    {
        var killer = new KilledTogether();
        var sessions = new List<(RepairSession Session, DoomedRepair Repair)>();
        try
        {
            for (var number = 1; number <= part.Writes; number++)
            {
                var doomed = killer.At(number);
                sessions.Add((await RepairSession.StartAsync(new SandboxOptions { Account = part.AccountFile, AllowOnly = Policy.Value, OnWrite = doomed.OnWriteAsync }), doomed));
            }

            var before = sessions[0].Session.Sandbox.Account.Export();
            var repair = $"$Choices = {part.Parameters}; Get-CisFinding '{part.FindingsFile}' | Repair-CisFinding @Live @Journals @Choices -Force";
            await killer.RunAsync([.. sessions.Select(killed => killed.Session.AsConsole(repair))]);

            await Parallel.ForEachAsync(
                sessions.Select((killed, index) => (killed.Session, killed.Repair, Number: index + 1)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
                (killed, _) =>
                {
                    FinishAndUndo(part, killed.Session, killed.Repair, killed.Number, before);
                    return ValueTask.CompletedTask;
                });
        }
        finally
        {
            foreach (var (session, _) in sessions)
            {
                await session.DisposeAsync();
            }
        }
    }

    private void FinishAndUndo(RepairPart part, RepairSession session, DoomedRepair repair, int number, string before)
    {
        var where = $"{part.Command} was killed after write {number} of {part.Writes}";
        var run = Assert.IsType<CisRepair>(Assert.Single(session.Succeed("Get-CisRepair @Journals -Incomplete").Output).BaseObject);
        Assert.True((run.Steps.Count, run.Steps[^1].Outcome) == (number, "Interrupted"), $"{where}; its journal has {run.Steps.Count} steps, and the last is {run.Steps[^1].Outcome}.");

        session.Succeed($"$global:Choices = {part.Parameters}");
        var again = session.Succeed("Get-CisFinding $args[0] | Repair-CisFinding @Live @Journals @Choices -Force", part.FindingsFile);

        Assert.True(part.Outcome == Statuses(again.Findings), $"{where}. Undisturbed: {part.Outcome}; after the second run: {Statuses(again.Findings)}.");
        Assert.True(
            repair.Taken == part.Writes,
            $"{where}. Together both runs made {repair.Taken} writes: {string.Join(", ", session.Sandbox.Requests.WritesByOperation)}; {string.Join(" | ", again.Findings.Select(finding => finding.Repair?.Reason))}.");

        // A subscription that nobody has confirmed cannot be withdrawn.
        session.Sandbox.Account.ConfirmSubscriptions(Subscriber);
        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        var (expected, actual) = (WholeAccount.WithoutPasswords(before, part.DeletedPasswords), WholeAccount.WithoutPasswords(session.Sandbox.Account.Export(), []));
        Assert.True(expected == actual, $"{where}, completed and undone, and the account is not what it was: {Difference(expected, actual)}");
        Assert.Empty(session.Sandbox.Faults);
        foreach (var operation in session.Sandbox.Requests.WritesByOperation.Keys)
        {
            _seen[operation] = true;
        }
    }

    private static void WithoutTrails(SandboxAccount account)
    {
        foreach (var region in account.Regions.Values)
        {
            region.Trails.Clear();
        }
    }

    private static void WithATrailThatRecordsReadsOnly(SandboxAccount account)
    {
        WithoutTrails(account);
        account.Regions["us-east-1"].Trails.Add(new Trail
        {
            Name = "partial",
            S3BucketName = "neglected-trail-logs",
            IsMultiRegionTrail = true,
            IsLogging = true,
            EventSelectors = [new EventSelector { ReadWriteType = "ReadOnly", IncludeManagementEvents = true }],
        });
    }

    private static void WithATopicThatAlarmsMayNotPublishTo(SandboxAccount account)
    {
        var region = account.Regions["us-east-1"];
        region.MetricAlarms.Clear();
        region.CompositeAlarms.Clear();
        region.Topics.Add(new Topic
        {
            Name = GivenTopic.Split(':')[^1],
            Policy = $$"""{"Version":"2012-10-17","Statement":[{"Sid":"own","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/ops"},"Action":"SNS:Publish","Resource":"{{GivenTopic}}"}]}""",
        });
    }

    private static string Statuses(IEnumerable<CisFinding> findings) =>
        string.Join("; ", findings.Select(finding => $"{finding.ControlId} {finding.Region} {finding.ResourceId} {finding.Status}").Order(StringComparer.Ordinal));

    private static string Difference(string before, string after)
    {
        var (one, other) = (before.Split('\n'), after.Split('\n'));
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {at + 1}: '{one.ElementAtOrDefault(at)?.Trim()}' became '{other.ElementAtOrDefault(at)?.Trim()}'.";
    }

    /// <summary>An account that is mended, and with what.</summary>
    /// <param name="Account">The account of the sandbox.</param>
    /// <param name="Controls">The controls whose findings are mended.</param>
    /// <param name="Parameters">The parameters of Repair-CisFinding, as a table.</param>
    private sealed record KillScenario(string Account, string Controls, string Parameters)
    {
        /// <summary>What is changed in the account beforehand.</summary>
        public Action<SandboxAccount> Prepare { get; init; } = _ => { };
    }

    /// <summary>The findings of one repair.</summary>
    /// <param name="Command">The repair's cmdlet.</param>
    /// <param name="Parameters">The parameters of Repair-CisFinding, as a table.</param>
    /// <param name="AccountFile">The account before it.</param>
    /// <param name="FindingsFile">The findings.</param>
    /// <param name="Writes">How many writes it sends.</param>
    /// <param name="Outcome">What became of the findings.</param>
    /// <param name="DeletedPasswords">The users whose passwords it deletes, which nothing gives back.</param>
    private sealed record RepairPart(string Command, string Parameters, string AccountFile, string FindingsFile, int Writes, string Outcome, string[] DeletedPasswords);
}
