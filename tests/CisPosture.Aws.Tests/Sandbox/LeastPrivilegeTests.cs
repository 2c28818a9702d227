using System.Collections.Concurrent;
using CisPosture.Aws.Tests.Support;
using CisPosture.Controls;
using CisPosture.Permissions;
using CisPosture.Sandbox;

namespace CisPosture.Aws.Tests.Sandbox;

/// <summary>
/// The policy that Get-CisRequiredPermission writes is enough, and no action in it is too many: without it, just the controls that declare
/// the evidence that it reads lose their verdict.
/// </summary>
public sealed class LeastPrivilegeTests
{
    private static readonly ControlEvaluator Evaluator = new(ControlParameterSet.Empty, isStrict: false, listsEachResource: true);
    private static readonly IReadOnlyList<CisPermission> Permissions = ScanPermissions.Of(BenchmarkCatalogue.Current.Controls, Evaluator);
    private static readonly ConcurrentDictionary<TellingAccount, Lazy<Task<IReadOnlyList<CisFinding>>>> WholeScans = new();

    public static TheoryData<string> Actions => [.. Permissions.Select(permission => permission.Action)];

    [Fact]
    public async Task With_exactly_this_policy_every_control_is_judged()
    {
        var findings = await WholeScanAsync(TellingAccount.Usual);

        Assert.Equal(BenchmarkCatalogue.Current.Controls.Select(control => control.Id), findings.Select(finding => finding.ControlId).Distinct());
        Assert.DoesNotContain(findings, IsUndecided);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Without_an_action_just_the_controls_that_declare_it_lose_their_verdict(string action)
    {
        var account = TellingAccount.For(action);
        var declaring = Permissions.Single(permission => permission.Action == action).ControlId;
        var whole = await WholeScanAsync(account);

        var findings = await ScanAsync(account, [.. Permissions.Where(permission => permission.Action != action)]);

        var undecided = findings.Where(IsUndecided).ToList();
        Assert.Equal(declaring, undecided.Select(finding => finding.ControlId).Distinct());
        Assert.All(undecided, finding => Assert.True(Names(finding, action), $"{finding} does not name {action}."));
        Assert.Equal(
            whole.Where(finding => !declaring.Contains(finding.ControlId)).Select(Verdict),
            findings.Where(finding => !declaring.Contains(finding.ControlId)).Select(Verdict));
        Assert.DoesNotContain(findings, finding => finding.Status == nameof(FindingStatus.Failed));
    }

    private static Task<IReadOnlyList<CisFinding>> WholeScanAsync(TellingAccount account) =>
        WholeScans.GetOrAdd(account, _ => new Lazy<Task<IReadOnlyList<CisFinding>>>(() => ScanAsync(account, Permissions))).Value;

    private static async Task<IReadOnlyList<CisFinding>> ScanAsync(TellingAccount account, IReadOnlyList<CisPermission> allowed)
    {
        await using var sandbox = await SandboxSession.OpenAsync(new SandboxOptions { Account = "exemplary", AllowOnly = PermissionPolicy.ToJson(allowed) });
        sandbox.Server.Account.Change(account.Arrange);
        var evidence = await sandbox.CollectAsync([.. BenchmarkCatalogue.Current.Controls.SelectMany(Evaluator.Reads).Distinct()]);
        return [.. BenchmarkCatalogue.Current.Controls.SelectMany(control => Evaluator.Evaluate(control, evidence))];
    }

    // Where the rest of the evidence still says something, the control warns rather than giving up (a prefix list, a bucket that denies all).
    private static bool IsUndecided(CisFinding finding) => finding.Status is nameof(FindingStatus.NotAvailable) or nameof(FindingStatus.Warning);

    private static bool Names(CisFinding finding, string action) =>
        finding.Evidence.GetValueOrDefault("MissingPermission") is string one ? one == action : finding.Evidence.GetValueOrDefault("MissingPermissions") is string[] several && several.Contains(action);

    private static (string, string, string, string, string) Verdict(CisFinding finding) => (finding.ControlId, finding.Region, finding.ResourceId, finding.Status, finding.ReasonCode);
}
