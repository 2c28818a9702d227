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
public sealed class WholeAccountKillTests : IAsyncLifetime
{
    // Sessions at once that run again and undo: much of what they do is to wait for their turn at AWS's documented pace.
    private const int AtOnce = 16;

    private const string GivenTopic = "arn:aws:sns:us-east-1:111122223333:security";
    private const string Subscriber = "soc@example.com";

    /// <summary>Writes after which nothing brings the account back, and where they are proved instead.</summary>
    private static readonly Dictionary<string, string> OutOfReach = new(StringComparer.Ordinal)
    {
        ["iam:DeleteLoginProfile"] = "A deleted password is gone: CredentialRepairTests.Undo_says_of_a_deleted_password_that_it_is_gone_and_puts_the_rest_back.",
    };

    /// <summary>The whole account, and after it accounts in which a repair goes ways that it has no need of there.</summary>
    private static readonly KillScenario[] Scenarios =
    [
        new("neglected", "*", Parameters(WholeAccount.Parameters)),
        new("neglected", "2.1", "-BucketName new-trail-logs-111122223333") { Prepare = WithoutTrails },
        new("neglected", "2.1", string.Empty) { Prepare = WithATrailThatRecordsReadsOnly },
        new("exemplary", "3.1", $"-TopicArn {GivenTopic} -SubscriberEndpoint {Subscriber}") { Prepare = WithATopicThatAlarmsMayNotPublishTo },
    ];

    private static readonly Lazy<string> Policy = new(() =>
    {
        using var module = ModuleSession.Open();
        return (string)Assert.Single(module.Run("Get-CisRequiredPermission -ForRepair -AsPolicyJson").Output).BaseObject;
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-whole-");
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_repair_of_the_whole_account_that_was_killed_after_any_write_is_completed_by_running_it_again_and_undone_whole()
    {
        foreach (var scenario in Scenarios)
        {
            foreach (var repair in await RepairInPartsAsync(scenario))
            {
                await KillAtEveryWriteAsync(repair);
            }
        }

        var known = RepairCatalogue.Current.Repairs.SelectMany(repair => repair.Rows).SelectMany(row => row.Calls.Concat(row.UndoCalls)).Distinct(StringComparer.Ordinal).ToList();
        var missed = known.Except(_seen.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(
            missed.SequenceEqual(OutOfReach.Keys.Order(StringComparer.Ordinal)),
            $"Never died at and never taken back: {string.Join(", ", missed.Except(OutOfReach.Keys))}. Bring them into the account or a scenario. Listed in {nameof(OutOfReach)}, and seen: {string.Join(", ", OutOfReach.Keys.Except(missed))}.");
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
        session.Succeed($"$global:Failed = Test-CisControl @Live -Id {scenario.Controls} | Where-Object Status -eq Failed");
        foreach (var command in RepairCatalogue.Current.Repairs.Select(repair => repair.Command))
        {
            var name = Path.Combine(_folder.FullName, $"{Array.IndexOf(Scenarios, scenario)}-{command}");
            await File.WriteAllTextAsync($"{name}.account.json", session.Sandbox.Account.Export(), TestContext.Current.CancellationToken);
            var found = session.Succeed("$global:Own = $Failed | Where-Object RepairCommand -eq $args[0]; if ($Own) { $null = $Own | Export-CisReport $args[1] }; $Own", command, $"{name}.json");
            if (found.Findings.Count == 0) continue;
            var before = writes;
            var mended = session.Succeed($"$Own | {Script("@Live", "@Journals", scenario.Parameters)}");
            if (writes > before) parts.Add(new RepairPart(command, scenario.Parameters, $"{name}.account.json", $"{name}.json", writes - before, Statuses(mended.Findings)));
        }

        return parts;
    }

    private async Task KillAtEveryWriteAsync(RepairPart part)
    {
        var killer = new KilledTogether();
        var sessions = new List<RepairSession>();
        try
        {
            for (var number = 1; number <= part.Writes; number++)
            {
                sessions.Add(await RepairSession.StartAsync(new SandboxOptions { Account = part.AccountFile, AllowOnly = Policy.Value, OnWrite = killer.At(number) }));
            }

            var before = sessions[0].Sandbox.Account.Export();
            await killer.RunAsync([.. sessions.Select(session =>
                $"Get-CisFinding '{part.FindingsFile}' | {Script($"-EndpointUrl {session.Sandbox.Endpoint} -AccessKey test -SecretKey test", $"-JournalPath '{session.JournalPath}'", part.Parameters)}")]);

            // The sandbox tells of a write to the client before it hears that there is none any more.
            await Parallel.ForEachAsync(
                sessions.Select((session, index) => (session, Number: index + 1)),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
                (killed, _) =>
                {
                    FinishAndUndo(part, killed.session, killed.Number, before);
                    return ValueTask.CompletedTask;
                });
        }
        finally
        {
            foreach (var session in sessions)
            {
                await session.DisposeAsync();
            }
        }
    }

    private void FinishAndUndo(RepairPart part, RepairSession session, int number, string before)
    {
        var where = $"{part.Command} was killed after write {number} of {part.Writes}";
        var run = Assert.IsType<CisRepair>(Assert.Single(session.Succeed("Get-CisRepair @Journals -Incomplete").Output).BaseObject);
        Assert.True((run.Steps.Count, run.Steps[^1].Outcome) == (number, "Interrupted"), $"{where}; its journal has {run.Steps.Count} steps, and the last is {run.Steps[^1].Outcome}.");

        var again = session.Succeed($"Get-CisFinding $args[0] | {Script("@Live", "@Journals", part.Parameters)}", part.FindingsFile);

        Assert.True(part.Outcome == Statuses(again.Findings), $"{where}. Undisturbed: {part.Outcome}; after the second run: {Statuses(again.Findings)}.");
        var writes = session.Sandbox.Requests;
        Assert.True(
            writes.Writes == part.Writes,
            $"{where}. Together both runs sent {writes.Writes} writes: {string.Join(", ", writes.WritesByOperation)}; {string.Join(" | ", again.Findings.Select(finding => finding.Repair?.Reason))}.");

        // A subscription that nobody has confirmed cannot be withdrawn.
        session.Sandbox.Account.ConfirmSubscriptions(Subscriber);
        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.True(before == session.Sandbox.Account.Export(), $"{where}, completed and undone, and the account is not what it was: {Difference(before, session.Sandbox.Account.Export())}");
        Assert.Empty(session.Sandbox.Faults);
        foreach (var operation in session.Sandbox.Requests.WritesByOperation.Keys)
        {
            _seen[operation] = true;
        }
    }

    private static string Script(string live, string journals, string parameters) => $"Repair-CisFinding {live} {journals} -Force {parameters}";

    /// <summary>The members of a table as parameters.</summary>
    private static string Parameters(string table) => string.Join(' ', table.Split('\n')
        .Select(line => line.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .Select(pair => $"-{pair[0].Trim()} {pair[1].Trim()}"));

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
    /// <param name="Parameters">The parameters of Repair-CisFinding.</param>
    private sealed record KillScenario(string Account, string Controls, string Parameters)
    {
        /// <summary>What is changed in the account beforehand.</summary>
        public Action<SandboxAccount> Prepare { get; init; } = _ => { };
    }

    /// <summary>The findings of one repair.</summary>
    /// <param name="Command">The repair's cmdlet.</param>
    /// <param name="Parameters">The parameters of Repair-CisFinding.</param>
    /// <param name="AccountFile">The account before it.</param>
    /// <param name="FindingsFile">The findings.</param>
    /// <param name="Writes">How many writes it sends.</param>
    /// <param name="Outcome">What became of the findings.</param>
    private sealed record RepairPart(string Command, string Parameters, string AccountFile, string FindingsFile, int Writes, string Outcome);
}
