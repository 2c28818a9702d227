using CisPosture.Findings;
using CsCheck;

namespace CisPosture.Store.Tests;

public sealed partial class QueryTests
{
    [Fact]
    public void Filters_mean_the_same_in_a_store_as_for_findings_at_hand()
    {
        _store.Save(Several);
        var all = _store.Read();
        AnyQuery.Sample(query => Assert.Equal(all.Where(query.Matches).Select(finding => finding.FindingId), _store.Read(query).Select(finding => finding.FindingId)), iter: 200);
    }

    private static Gen<FindingQuery> AnyQuery =>
        from statuses in Some(FindingStatus.Passed, FindingStatus.Failed, FindingStatus.Warning)
        from severities in Some(Severity.Low, Severity.High, Severity.Critical)
        from controls in Some("1.*", "3.1", "3.1?", "*", "9.9")
        from accounts in Some("111122223333", "4444*")
        from regions in Some("EU-west-1", "us-*", "??-west-?")
        from resources in Some("alice", "ALICE", "bob_1", "bob*", "bob%2", @"c\d*", "?", "*%*", "[a]*")
        from changes in Some(ChangeKind.New)
        select new FindingQuery
        {
            Statuses = statuses,
            Severities = severities,
            ControlIds = Patterns(controls),
            AccountIds = Patterns(accounts),
            Regions = Patterns(regions),
            ResourceIds = Patterns(resources),
            Changes = changes,
        };

    private static Gen<List<T>> Some<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]).List[0, 2];
}
