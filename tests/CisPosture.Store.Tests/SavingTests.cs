using System.Text.Json;
using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;
using CisPosture.Store.Tests.Support;

namespace CisPosture.Store.Tests;

public sealed partial class SavingTests : IDisposable
{
    private readonly StoreOnDisk _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void In_a_first_scan_what_does_not_pass_is_new()
    {
        var scan = _store.Save(Group.Of("a"), Group.Of("b", "Warning"), Group.Of("c", "NotAvailable"), Group.Passed());
        Assert.Equal((1, 4, 3, 0, 0, 0), (scan.ScanId, scan.FindingCount, scan.NewCount, scan.ReopenedCount, scan.ResolvedCount, scan.ChangedCount));
        Assert.Equal(["Unchanged account", "New a", "New b", "New c"], Changes(_store.Read()));
    }

    [Fact]
    public void Three_scans_tell_what_is_new_resolved_and_reopened()
    {
        _store.Save(Group.Of("a"), Group.Of("b"), Group.Passed());
        Assert.Equal(["New a", "New b"], Changes(_store.Read(ChangeKind.New)));
        Assert.Empty(_store.Read(ChangeKind.Resolved));

        // a is repaired, c is opened.
        _store.Save(Group.Of("b"), Group.Of("c"), Group.Passed(count: 2));
        Assert.Equal(["New c"], Changes(_store.Read(ChangeKind.New)));
        Assert.Equal(["Resolved a"], Changes(_store.Read(ChangeKind.Resolved)));
        Assert.Empty(_store.Read(ChangeKind.Reopened));

        // a is opened again, b and c are repaired.
        var scan = _store.Save(Group.Of("a"), Group.Passed(count: 3));
        Assert.Empty(_store.Read(ChangeKind.New));
        Assert.Equal(["Reopened a"], Changes(_store.Read(ChangeKind.Reopened)));
        Assert.Equal(["Resolved b", "Resolved c"], Changes(_store.Read(ChangeKind.Resolved)));
        Assert.Equal((0, 1, 2), (scan.NewCount, scan.ReopenedCount, scan.ResolvedCount));
        Assert.Equal(["Unchanged account", "Reopened a"], Changes(_store.Read()));
    }

    [Fact]
    public void A_finding_knows_when_it_was_first_and_last_seen()
    {
        _store.Save(Group.Of("a"));
        _store.Save(Group.Of("a"));
        var finding = Assert.Single(_store.Read());
        Assert.Equal((SampleFindings.Now, SampleFindings.Now.AddHours(1), "Unchanged"), (finding.FirstSeen, finding.LastSeen, finding.ChangeKind));
        Assert.Equal(finding.LastSeen, finding.ObservedAt);
    }

    [Fact]
    public void A_resolved_finding_says_what_it_was_and_calls_for_no_repair()
    {
        _store.Save(Group.Of("a") with { RepairCommand = "Repair-CisSecurityGroup" });
        _store.Save(Group.Passed());
        var resolved = Assert.Single(_store.Read(ChangeKind.Resolved));
        Assert.Equal(("Passed", ReasonCode.Resolved, (string?)null), (resolved.Status, resolved.ReasonCode, resolved.RepairCommand));
        Assert.Equal("Passes or is gone. Before that, Failed: A reason.", resolved.Reason);
        Assert.Equal(SampleFindings.Now, resolved.LastSeen);
    }

    [Fact]
    public void A_resource_that_passes_by_name_is_resolved_by_that_finding()
    {
        _store.Save(Group.Of("a"));
        _store.Save(Group.Of("a", "Passed") with { Reason = "Closed." });
        Assert.Equal("Closed.", Assert.Single(_store.Read(ChangeKind.Resolved)).Reason);
    }

    [Fact]
    public void A_Region_that_cannot_be_read_resolves_nothing()
    {
        _store.Save(Group.Of("a"), Group.Passed());
        var scan = _store.Save(Group.Denied());
        Assert.Equal((0, 1), (scan.ResolvedCount, scan.NewCount));
        Assert.Equal(["New account", "Unchanged a"], Changes(_store.Read()));

        // Read again, the blind spot is over, and the fault is the old one.
        _store.Save(Group.Of("a"), Group.Passed());
        Assert.Equal(["Resolved account"], Changes(_store.Read(ChangeKind.Resolved)));
        Assert.Equal(["Resolved account", "Unchanged a"], Changes(_store.Read()));
    }

    [Fact]
    public void A_scan_of_another_Region_account_or_control_resolves_nothing()
    {
        _store.Save(Group.Of("a"));
        _store.Save(Group.Passed(region: "eu-west-1"), Group.Passed(account: "999999999999"), Group.Passed(control: "4.2"));
        Assert.Empty(_store.Read(ChangeKind.Resolved));
        Assert.Contains("Failed", _store.Read().Select(finding => finding.Status));
    }

    [Fact]
    public void What_another_scan_changed_elsewhere_stays_the_latest_of_its_account()
    {
        _store.Save(Group.Of("a"), Group.Of("b", account: "999999999999"));
        _store.Save(Group.Passed());
        _store.Save(Group.Of("c", account: "999999999999"));
        Assert.Equal(["Resolved a", "Resolved b"], Changes(_store.Read(ChangeKind.Resolved)));
        Assert.Equal(["New c"], Changes(_store.Read(ChangeKind.New)));
    }

    [Theory]
    [InlineData("Failed", "Warning", "Changed")]
    [InlineData("Failed", "NotAvailable", "Changed")]
    [InlineData("Failed", "Passed", "Resolved")]
    [InlineData("NotAvailable", "Failed", "New")]
    [InlineData("NotAvailable", "Passed", "Resolved")]
    [InlineData("Passed", "Failed", "New")]
    [InlineData("Passed", "NotAvailable", "New")]
    [InlineData("Passed", "Passed", "Unchanged")]
    public void A_change_of_status_has_a_name(string before, string after, string change)
    {
        _store.Save(SampleFindings.Of("2.1", before));
        _store.Save(SampleFindings.Of("2.1", after));
        Assert.Equal((after, change), (Assert.Single(_store.Read()).Status, _store.Read()[0].ChangeKind));
    }

    [Fact]
    public void A_trail_in_a_Region_that_was_not_read_stays_and_one_in_a_Region_that_was_is_resolved()
    {
        _store.Save(Trail("eu", "eu-west-1", "Failed", "us-east-1", "eu-west-1"), Trail("us", "us-east-1", "Failed", "us-east-1", "eu-west-1"));
        _store.Save(Trail("new", "us-east-1", "Failed", "us-east-1"));
        Assert.Equal(["Resolved us"], Changes(_store.Read(ChangeKind.Resolved)));
        Assert.Equal(["Unchanged eu", "New new"], Changes(_store.Read()));

        // No trail any more, after a look everywhere.
        _store.Save(SampleFindings.Of("2.7", "NotAvailable") with { ReasonCode = ReasonCode.NoTrail, Evidence = RegionsRead("us-east-1", "eu-west-1") });
        Assert.Equal(["Resolved eu", "Resolved new"], Changes(_store.Read(ChangeKind.Resolved)));
    }

    [Fact]
    public void A_finding_that_says_the_same_again_is_not_written_down_again()
    {
        _store.Save(Group.Of("a"), Group.Of("b"));
        _store.Save(Group.Of("a"), Group.Of("b") with { Reason = "Another reason." });
        Assert.Equal((3, 4), (_store.Ask("SELECT count(*) FROM revision"), _store.Ask("SELECT count(*) FROM observation")));
        Assert.Equal("Another reason.", _store.Read().Single(finding => finding.ResourceId.EndsWith("/b", StringComparison.Ordinal)).Reason);
    }

    [Fact]
    public void Older_evidence_that_comes_late_is_kept_but_changes_nothing()
    {
        _store.SaveAt(SampleFindings.Now, Group.Of("a"), Group.Passed());
        var late = _store.SaveAt(SampleFindings.Now.AddDays(1), [.. new[] { Group.Of("b"), Group.Passed() }.Select(finding => finding with { ObservedAt = SampleFindings.Now.AddDays(-1) })])!;
        Assert.Equal((2, 0, 0), (late.FindingCount, late.NewCount, late.ResolvedCount));
        Assert.Equal(["Unchanged account", "New a"], Changes(_store.Read()));
        Assert.Equal(["Unchanged account", "Unchanged b"], Changes(_store.Read(new FindingQuery { ScanId = late.ScanId })));

        // It was there before, so that it comes back is no news.
        _store.SaveAt(SampleFindings.Now.AddDays(2), [.. new[] { Group.Of("b"), Group.Passed() }.Select(finding => finding with { ObservedAt = SampleFindings.Now.AddDays(2) })]);
        Assert.Equal(["Reopened b"], Changes(_store.Read(ChangeKind.Reopened)));
        Assert.Equal(SampleFindings.Now.AddDays(-1), _store.Read(ChangeKind.Reopened)[0].FirstSeen);
    }

    [Fact]
    public void Nothing_is_no_scan()
    {
        Assert.Null(_store.SaveAt(SampleFindings.Now));
        Assert.Empty(_store.Scans());
    }

    [Fact]
    public void A_scan_knows_its_scope_and_what_it_came_to()
    {
        var suppression = new CisSuppression { Reason = "Known.", Expires = "never", Path = "rules.json", Line = 1 };
        _store.Save(Group.Of("a", region: "eu-west-1"), Group.Of("b") with { Suppression = suppression }, Group.Passed(), SampleFindings.Of("1.2", "Passed"), SampleFindings.Of("1.10", "Passed"));
        var scan = Assert.Single(_store.Scans());
        Assert.Equal((5, 3, 1, 1, 66.6), (scan.FindingCount, scan.PassedCount, scan.FailedCount, scan.SuppressedCount, scan.Score));
        Assert.Equal(["1.2", "1.10", "4.1"], scan.ControlIds);
        Assert.Equal(["eu-west-1", "us-east-1"], scan.Regions);
        Assert.Equal(["111122223333"], scan.AccountIds);
        Assert.Equal("Known.", _store.Read().Single(finding => finding.Suppression is not null).Suppression!.Reason);
    }

    private static CisFinding Trail(string name, string region, string status, params string[] regionsRead) =>
        SampleFindings.Of("2.7", status, $"arn:aws:cloudtrail:{region}:111122223333:trail/{name}", region, resourceType: "AwsCloudTrailTrail") with { Evidence = RegionsRead(regionsRead) };

    private static Dictionary<string, object?> RegionsRead(params string[] regions) => new(StringComparer.Ordinal) { ["RegionsRead"] = regions };

    private static IEnumerable<string> Changes(IEnumerable<CisFinding> findings) =>
        findings.Select(finding => $"{finding.ChangeKind} {(finding.ResourceType == "AwsAccount" ? "account" : finding.ResourceId.Split('/')[^1])}");

    private static string Text(CisFinding finding) =>
        JsonSerializer.Serialize(finding with { FirstSeen = null, LastSeen = null, ChangeKind = null, ObservedAt = finding.ObservedAt.ToUniversalTime() });
}
