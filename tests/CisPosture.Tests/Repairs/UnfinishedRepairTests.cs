using CisPosture.Sandbox;

namespace CisPosture.Tests.Repairs;

/// <summary>A run that dies, or is refused, between making a thing and setting what belongs to it: the next run finishes it, and only that of ours.</summary>
public sealed class UnfinishedRepairTests
{
    private const string Bucket = "access-logs-111122223333";
    private const string TrailBucket = $"Test-CisControl @Live -Id 2.6 | Where-Object Status -eq Failed | Repair-CisTrailBucket @Live @Journals -Force -LogBucketName {Bucket}";
    private const string ConfigBucket = "Test-CisControl @Live -Id 2.5 | Where-Object Status -eq Failed | Repair-CisConfigRecorder @Live @Journals -Force -ConfigBucketName neglected-config";
    private const string FlowLogs = "Test-CisControl @Live -Id 2.9 | Where-Object Status -eq Failed | Repair-CisFlowLog @Live @Journals -Force";

    [Theory]
    [InlineData(TrailBucket, Bucket)]
    [InlineData(ConfigBucket, "neglected-config")]
    public async Task A_bucket_that_a_killed_run_has_made_is_closed_by_the_next(string repair, string bucket)
    {
        await using var session = await KilledAfterAsync(repair, "s3:CreateBucket");
        var made = Assert.Single(session.Sandbox.Account.S3.Buckets, known => known.Name.StartsWith(bucket, StringComparison.Ordinal));

        // S3 closes new buckets by itself, but not everywhere and always.
        session.Sandbox.Account.Change(_ => made.PublicAccessBlock = null);

        session.Succeed(repair);

        Assert.True(made.PublicAccessBlock is { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }, $"The next run left {bucket} open, although the journal says that it is ours.");
    }

    [Fact]
    public async Task A_log_group_that_a_killed_run_has_made_gets_its_retention_from_the_next()
    {
        await using var session = await KilledAfterAsync(FlowLogs, "logs:CreateLogGroup");
        var made = Assert.Single(session.Sandbox.Account.Regions.Values.SelectMany(region => region.LogGroups), group => group.Name == "CisPosture/VpcFlowLogs");
        Assert.Null(made.RetentionInDays);

        session.Succeed(FlowLogs);

        Assert.Equal(365, made.RetentionInDays);
    }

    [Fact]
    public async Task A_bucket_that_was_there_before_is_not_closed_whoever_made_it()
    {
        await using var session = await RepairSession.StartAsync();
        session.Sandbox.Account.Change(account => account.S3.Buckets.Add(new() { Name = Bucket, Region = "us-east-1" }));

        var repair = session.Succeed(TrailBucket);

        Assert.Contains(repair.Findings, finding => finding.Repair!.Outcome == "Changed");
        Assert.Null(session.Sandbox.Account.S3.Buckets.Single(known => known.Name == Bucket).PublicAccessBlock);
    }

    /// <summary>A session in which the repair was killed after the first write of an operation.</summary>
    private static async Task<RepairSession> KilledAfterAsync(string repair, string operation)
    {
        var numbers = new List<string>();
        await using (var rehearsal = await RepairSession.StartAsync(new SandboxOptions { OnWrite = write => Note(write) }))
        {
            rehearsal.Succeed(repair);
        }

        var kill = new KillSwitch();
        var session = await RepairSession.StartAsync(new SandboxOptions { OnWrite = kill.OnWriteAsync });
        Assert.True(await kill.KillsAsync(session.AsConsole(repair), numbers.IndexOf(operation) + 1, takesEffect: true), $"The repair never sends {operation}.");
        return session;

        Task Note(SandboxWrite write)
        {
            if (!write.HasTakenEffect) numbers.Add(write.Operation);
            return Task.CompletedTask;
        }
    }
}
