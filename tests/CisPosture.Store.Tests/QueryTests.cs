using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;
using CisPosture.Store.Tests.Support;

namespace CisPosture.Store.Tests;

public sealed partial class QueryTests : IDisposable
{
    private static readonly CisFinding[] Several =
    [
        .. from control in new[] { "1.2", "1.10", "3.1", "3.10", "4.1" }
           from account in new[] { "111122223333", "444455556666" }
           from region in new[] { "us-east-1", "eu-west-1" }
           from resource in new[] { "alice", "bob_1", "bob%2", @"c\d*", "Q" }
           select SampleFindings.Of(control, (resource.Length % 3) switch { 0 => "Failed", 1 => "Passed", _ => "Warning" }, resource, region, account) with
           {
               Severity = control switch { "1.2" => "Low", "1.10" => "Medium", "4.1" => "Critical", _ => "High" },
           },
    ];

    private readonly StoreOnDisk _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Findings_come_in_the_order_of_control_account_Region_and_resource()
    {
        _store.Save(Several.Reverse());
        var expected = Several
            .OrderBy(finding => ControlId.Parse(finding.ControlId))
            .ThenBy(finding => finding.AccountId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Region, StringComparer.Ordinal)
            .ThenBy(finding => finding.ResourceId, StringComparer.Ordinal)
            .Select(finding => finding.FindingId)
            .ToList();
        Assert.Equal(expected, _store.Read().Select(finding => finding.FindingId));
        Assert.Equal(expected, _store.Read(new FindingQuery { ScanId = 1 }).Select(finding => finding.FindingId));
        Assert.Equal(expected.Count(id => Several.Single(finding => finding.FindingId == id).Status != "Passed"), _store.Read(ChangeKind.New).Count);
    }

    [Fact]
    public void A_scan_is_read_as_it_was()
    {
        _store.Save(Group.Of("a"), Group.Of("b"));
        _store.Save(Group.Of("a", "Warning"), Group.Passed());
        var first = _store.Read(new FindingQuery { ScanId = 1 });
        Assert.Equal(["Failed New", "Failed New"], first.Select(finding => $"{finding.Status} {finding.ChangeKind}"));
        Assert.Equal(["Passed Unchanged", "Warning Changed"], _store.Read(new FindingQuery { ScanId = 2 }).Select(finding => $"{finding.Status} {finding.ChangeKind}"));
        Assert.Equal(["Passed Resolved"], _store.Read(new FindingQuery { ScanId = 2, Changes = [ChangeKind.Resolved] }).Select(finding => $"{finding.Status} {finding.ChangeKind}"));
    }

    [Fact]
    public void Since_a_time_every_finding_that_changed_is_read_once_with_its_last_change()
    {
        _store.Save(Group.Of("a"), Group.Of("b"), Group.Passed());
        _store.Save(Group.Of("a"), Group.Of("c"), Group.Passed());
        _store.Save(Group.Of("a"), Group.Of("b"), Group.Passed());
        _store.Save(Group.Of("a"), Group.Of("b"), Group.Passed());
        var since = new FindingQuery { Since = SampleFindings.Now.AddHours(1) };
        Assert.Equal(["Reopened b", "Resolved c"], _store.Read(since).Select(finding => $"{finding.ChangeKind} {finding.ResourceId.Split('/')[^1]}"));
        Assert.Equal(["New c"], _store.Read(since with { Changes = [ChangeKind.New] }).Select(finding => $"{finding.ChangeKind} {finding.ResourceId.Split('/')[^1]}"));
        Assert.Empty(_store.Read(since with { Since = SampleFindings.Now.AddHours(3) }));
    }

    [Fact]
    public void A_scan_that_is_not_there_is_named()
    {
        _store.Save(Group.Of("a"));
        var error = Assert.Throws<PostureException>(() => _store.Read(new FindingQuery { ScanId = 7 }));
        Assert.Equal((ErrorId.ScanNotFound, (object)7L), (error.ErrorId, error.Target));
    }

    [Fact]
    public void Reading_ends_where_the_reader_stops()
    {
        _store.Save(Several);
        using var store = _store.Open();
        Assert.Equal("1.2", store.Read(new FindingQuery(), TestContext.Current.CancellationToken).First().ControlId);
        using var stopping = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var finding in store.Read(new FindingQuery(), stopping.Token))
            {
                Assert.NotNull(finding);
                stopping.Cancel();
            }
        });
    }

    private static IReadOnlyList<TextPattern> Patterns(List<string> patterns) => [.. patterns.Select(pattern => new TextPattern(pattern))];
}
