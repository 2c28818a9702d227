using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.Commands;

namespace CisPosture.Tests.Commands;

public sealed class ScanProgressTests
{
    [Fact]
    public void In_one_account_the_parts_are_Regions_with_the_services_that_are_read_there()
    {
        var progress = new ScanProgress(accounts: 1);
        progress.Begin("111122223333", new Reading(new CollectionProgress(6, 12, [new PlaceProgress("account", 3, 4, ["iam"]), new PlaceProgress("eu-west-1", 1, 3, ["kms", "ec2"])])));

        var picture = progress.Current;

        Assert.Equal(("Account 111122223333: 6 of 12", 50), (picture.Status, picture.Percent));
        Assert.Equal([new ProgressPart("account", "3 of 4: iam", 75), new ProgressPart("eu-west-1", "1 of 3: kms, ec2", 33)], picture.Parts);
    }

    [Fact]
    public void In_many_accounts_the_parts_are_the_accounts_under_way()
    {
        var progress = new ScanProgress(accounts: 3);
        progress.Begin("222222222222", new Reading(new CollectionProgress(1, 2, [new PlaceProgress("eu-west-1", 1, 2, ["kms"])])));
        progress.Begin("111111111111", new Reading(new CollectionProgress(0, 0, [])));
        progress.Begin("333333333333", new Reading(new CollectionProgress(2, 2, [])));
        progress.End("333333333333");

        var picture = progress.Current;

        Assert.Equal(("1 of 3 accounts", 33), (picture.Status, picture.Percent));
        Assert.Equal([new ProgressPart("Account 111111111111", "0 of 0", null), new ProgressPart("Account 222222222222", "1 of 2: eu-west-1 kms", 50)], picture.Parts);
    }

    [Fact]
    public void Before_anything_is_read_there_is_something_to_say() => Assert.NotEmpty(new ScanProgress(accounts: 1).Current.Status);

    // Enough looks to meet accounts that come and go between any two steps of one.
    [Fact]
    public async Task It_can_be_looked_at_while_accounts_come_and_go()
    {
        const int Looks = 50_000;
        var progress = new ScanProgress(accounts: 2);
        var reading = new Reading(new CollectionProgress(0, 1, []));
        using var looked = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var coming = Task.Run(
            () =>
            {
                while (!looked.IsCancellationRequested)
                {
                    progress.Begin("111111111111", reading);
                    progress.End("111111111111");
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            for (var look = 0; look < Looks; look++)
            {
                Assert.EndsWith("of 2 accounts", progress.Current.Status, StringComparison.Ordinal);
            }
        }
        finally
        {
            await looked.CancelAsync();
            await coming;
        }
    }

    private sealed class Reading(CollectionProgress progress) : IEvidenceCollection
    {
        public CollectionProgress Progress => progress;

        public Task<AccountEvidence> WhenReadyAsync(IReadOnlyCollection<EvidenceKind> kinds) => throw new NotSupportedException();

        public Task<AccountEvidence> WhenCompleteAsync() => throw new NotSupportedException();

        public IReadOnlyList<EvidenceGap> TakeNewGaps() => throw new NotSupportedException();
    }
}
