using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Calls;

public sealed class ApiCallerTests : IDisposable
{
    private readonly CallGate _gate = new(TimeProvider.System);
    private readonly RecordingLog _log = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _gate.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Pages_are_read_until_there_is_no_token()
    {
        var pages = await Caller().PagesAsync(Operations.ListUsers, "us-east-1", (token, _) => Task.FromResult(Next(token)), page => page == 3 ? null : Text(page));

        Assert.Equal([1, 2, 3], pages);

        static int Next(string? token) => token is null ? 1 : int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) + 1;
        static string Text(int page) => page.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task An_empty_token_is_no_token()
    {
        Assert.Single(await Caller().PagesAsync(Operations.ListUsers, "us-east-1", (_, _) => Task.FromResult(1), _ => string.Empty));
    }

    [Fact]
    public async Task A_listing_that_goes_round_in_circles_ends_with_a_gap()
    {
        var failure = await Assert.ThrowsAsync<ApiCallException>(
            () => Caller().PagesAsync(Operations.ListUsers, "us-east-1", (_, _) => Task.FromResult(1), _ => "same"));

        Assert.Equal(ReasonCode.ServiceError, failure.Gap.ReasonCode);
        Assert.Equal("iam:ListUsers", failure.Gap.Operation);
    }

    [Fact]
    public async Task No_more_calls_of_a_service_are_under_way_than_it_bears_and_other_Regions_do_not_wait()
    {
        var release = new TaskCompletionSource();
        var started = 0;
        var caller = Caller();
        var here = Enumerable.Range(0, 6).Select(_ => caller.CallAsync(Operations.DescribeLogGroups, "eu-west-1", Hold)).ToList();
        var there = caller.CallAsync(Operations.DescribeLogGroups, "us-east-1", Hold);

        Assert.Equal(3, Volatile.Read(ref started));

        release.SetResult();
        await Task.WhenAll(here.Append(there));
        Assert.Equal(7, Volatile.Read(ref started));

        async Task<int> Hold(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref started);
            await release.Task;
            return 0;
        }
    }

    [Fact]
    public async Task A_call_does_not_wait_for_places_of_other_operations()
    {
        var release = new TaskCompletionSource();
        var caller = Caller();
        var groups = Enumerable.Range(0, 6).Select(_ => caller.CallAsync(Operations.DescribeLogGroups, "eu-west-1", async _ =>
        {
            await release.Task;
            return 0;
        })).ToList();

        Assert.Equal(1, await caller.CallAsync(Operations.DescribeMetricFilters, "eu-west-1", _ => Task.FromResult(1)));

        release.SetResult();
        await Task.WhenAll(groups);
    }

    [Fact]
    public async Task IAM_is_one_service_whatever_the_Region()
    {
        var release = new TaskCompletionSource();
        var started = 0;
        var caller = Caller();
        var calls = Enumerable.Range(0, 12).Select(index => caller.CallAsync(Operations.GetGroup, index % 2 == 0 ? "us-east-1" : "cn-north-1", Hold)).ToList();

        Assert.Equal(5, Volatile.Read(ref started));

        release.SetResult();
        await Task.WhenAll(calls);

        async Task<int> Hold(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref started);
            await release.Task;
            return 0;
        }
    }

    [Fact]
    public async Task Whatever_a_torn_down_call_throws_after_cancellation_is_cancellation()
    {
        var caller = Caller();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller.CallAsync<int>(Operations.ListUsers, "us-east-1", _ =>
        {
            _stop.Cancel();
            throw new IOException("The connection was closed.");
        }));
    }

    [Fact]
    public async Task A_timeout_is_no_cancellation()
    {
        var failure = await Assert.ThrowsAsync<ApiCallException>(
            () => Caller().CallAsync<int>(Operations.ListUsers, "us-east-1", _ => throw new TaskCanceledException("The request timed out.")));

        Assert.Equal(ReasonCode.EndpointUnreachable, failure.Gap.ReasonCode);
    }

    [Fact]
    public async Task An_answer_without_a_request_id_is_nobody_s_evidence()
    {
        var failure = await Assert.ThrowsAsync<ApiCallException>(
            () => Caller().CallAsync(Operations.DescribeVpcs, "us-east-1", _ => Task.FromResult(new Amazon.EC2.Model.DescribeVpcsResponse())));

        Assert.Equal(ReasonCode.ServiceError, failure.Gap.ReasonCode);
    }

    [Fact]
    public async Task Each_call_is_told_to_the_debug_log()
    {
        await Caller().CallAsync(Operations.ListUsers, "us-east-1", _ => Task.FromResult(0));

        Assert.Equal(["iam:ListUsers us-east-1"], _log.DebugLines);
    }

    private ApiCaller Caller() => new(_gate, new GapClassifier("us-east-1", new SecretMask()), _log, _stop.Token);
}
