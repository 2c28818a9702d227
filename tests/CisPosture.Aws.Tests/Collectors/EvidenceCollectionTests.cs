using CisPosture.Accounts;
using CisPosture.Aws.Collectors;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class EvidenceCollectionTests : IDisposable
{
    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_is_handed_out_as_soon_as_its_own_kinds_are_read()
    {
        var release = new TaskCompletionSource();
        AnswerNoPasswordPolicy();
        _account.Aws.OnAsync("ec2:DescribeVpcs", async _ =>
        {
            await release.Task;
            return ScriptedAws.Answer((200, Answers.Ec2("DescribeVpcs", "<vpcSet/>")));
        });
        var collection = Start(EvidenceKind.PasswordPolicy, EvidenceKind.EnabledRegions, EvidenceKind.Vpcs);

        var early = await collection.WhenReadyAsync([EvidenceKind.PasswordPolicy, EvidenceKind.EnabledRegions]);

        Assert.True(early.PasswordPolicy.IsKnown);
        Assert.Equal(ReasonCode.NotCollected, Assert.Single(early.Regions).Vpcs.Gap!.ReasonCode);
        release.SetResult();
        Assert.True(Assert.Single((await collection.WhenCompleteAsync()).Regions).Vpcs.IsKnown);
        Assert.False(Assert.Single(early.Regions).Vpcs.IsKnown);
    }

    [Fact]
    public async Task A_kind_that_was_not_asked_for_is_not_waited_for()
    {
        AnswerNoPasswordPolicy();
        var collection = Start(EvidenceKind.PasswordPolicy);

        await Assert.ThrowsAsync<ArgumentException>(() => collection.WhenReadyAsync([EvidenceKind.Users]));
        await collection.WhenCompleteAsync();
    }

    [Fact]
    public async Task The_evidence_bears_the_account_and_the_time_of_the_clock_that_was_given()
    {
        AnswerNoPasswordPolicy();

        var evidence = await _account.CollectAsync(EvidenceKind.PasswordPolicy);

        Assert.Equal((ScriptedAccount.Id, "aws", "us-east-1", TestSurroundings.Now), (evidence.AccountId, evidence.Partition, evidence.HomeRegion, evidence.ObservedAt));
    }

    [Fact]
    public async Task A_defect_of_ours_ends_the_collection_with_itself_whichever_kind_is_waited_for()
    {
        var isAsked = new TaskCompletionSource();
        _account.Aws.OnAsync("iam:GetAccountPasswordPolicy", async _ =>
        {
            await isAsked.Task;
            throw new InvalidCastException("a defect");
        });
        _account.Aws.OnAsync("ec2:DescribeVpcs", async _ =>
        {
            isAsked.SetResult();
            return await new TaskCompletionSource<HttpResponseMessage>().Task;
        });
        var collection = Start(EvidenceKind.PasswordPolicy, EvidenceKind.Vpcs);

        Assert.Equal("a defect", (await Assert.ThrowsAsync<InvalidCastException>(() => collection.WhenReadyAsync([EvidenceKind.PasswordPolicy]))).Message);
        Assert.Equal("a defect", (await Assert.ThrowsAsync<InvalidCastException>(() => collection.WhenCompleteAsync())).Message);
    }

    [Fact]
    public async Task Credentials_that_end_during_a_scan_end_it_with_their_own_error()
    {
        using var session = new AccountSession
        {
            AccountId = ScriptedAccount.Id,
            Partition = "aws",
            CallerArn = "arn:aws:iam::111122223333:user/auditor",
            Region = "us-east-1",
            HomeRegion = "us-east-1",
            Clients = new AwsClients(ShapedCredentials.Of(new EndedCredentials(), new SecretMask())!, new Endpoints(TestClients.Address), new TestHttpClientFactory(_account.Aws)),
            Mask = new SecretMask(),
            Surroundings = _account.Surroundings.ToSurroundings(),
            Log = _account.Log,
        };

        var error = await Assert.ThrowsAsync<PostureException>(
            () => session.Collect(new CollectionRequest { Kinds = [EvidenceKind.PasswordPolicy] }, Token).WhenCompleteAsync());

        Assert.Equal(ErrorId.CredentialsInvalid, error.ErrorId);
        Assert.Empty(_account.Aws.Calls);
    }

    [Fact]
    public async Task Progress_ends_complete_and_names_what_was_done()
    {
        AnswerNoPasswordPolicy();
        _account.Aws.On("ec2:DescribeVpcs", Answers.Ec2("DescribeVpcs", "<vpcSet/>"));
        var collection = _account.Session.Collect(
            new CollectionRequest { Kinds = [EvidenceKind.PasswordPolicy, EvidenceKind.Vpcs], Regions = ["eu-west-1", "us-east-1"] }, Token);

        await collection.WhenCompleteAsync();

        Assert.Equal(collection.Progress.Total, collection.Progress.Completed);
        Assert.Equal(4, collection.Progress.Total);
    }

    [Fact]
    public async Task Gaps_are_handed_out_once_each()
    {
        _account.Aws.On("iam:GetAccountPasswordPolicy", Answers.Refusal("AccessDenied"));
        var collection = Start(EvidenceKind.PasswordPolicy);
        await collection.WhenCompleteAsync();

        Assert.Single(collection.TakeNewGaps());
        Assert.Empty(collection.TakeNewGaps());
    }

    [Fact]
    public async Task A_collection_that_is_cancelled_says_so()
    {
        using var stop = new CancellationTokenSource();
        _account.Aws.OnAsync("iam:GetAccountPasswordPolicy", async _ =>
        {
            await stop.CancelAsync();
            return await Task.FromCanceled<HttpResponseMessage>(stop.Token);
        });
        var collection = _account.Session.Collect(new CollectionRequest { Kinds = [EvidenceKind.PasswordPolicy] }, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collection.WhenCompleteAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collection.WhenReadyAsync([EvidenceKind.PasswordPolicy]));
    }

    [Fact]
    public async Task A_collection_that_is_asked_for_nothing_asks_nothing()
    {
        Assert.Empty((await _account.CollectAsync()).Regions);
        Assert.Empty(_account.Aws.Calls);
    }

    [Fact]
    public void Every_kind_of_evidence_is_read_by_one_collector()
    {
        using var stop = new CancellationTokenSource();
        var collection = typeof(AllCollectors).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Collector))).ToList();
        var collectors = AllCollectors.Of(Context(stop.Token));

        Assert.Equal(EvidenceKind.All.OrderBy(kind => kind.Name, StringComparer.Ordinal), collectors.SelectMany(collector => collector.Kinds).OrderBy(kind => kind.Name, StringComparer.Ordinal));
        Assert.Equal(collection.Count, collectors.Count);
    }

    private CollectionContext Context(CancellationToken cancellationToken) => new()
    {
        Session = _account.Session,
        Request = new CollectionRequest { Kinds = [] },
        Needed = [],
        Calls = null!,
        Store = null!,
        Cancellation = cancellationToken,
    };

    private IEvidenceCollection Start(params EvidenceKind[] kinds) =>
        _account.Session.Collect(new CollectionRequest { Kinds = kinds, Regions = ["us-east-1"] }, Token);

    private void AnswerNoPasswordPolicy() => _account.Aws.On("iam:GetAccountPasswordPolicy", Answers.Refusal("NoSuchEntity", 404));

    private sealed class EndedCredentials
    {
        private readonly string _reason = "The session has ended.";

        public object GetCredentials() => throw new InvalidOperationException(_reason);
    }
}
