using CisPosture.Sandbox.State.Config;

namespace CisPosture.Tests.Repairs;

public sealed class ConfigRecorderRepairTests
{
    private const string Failed = "Test-CisControl @Live -Id 2.5 | Where-Object Status -eq Failed";
    private const string Repair = "Repair-CisConfigRecorder @Live @Journals -Force";

    // The bucket that the account's channels name and that is gone.
    private const string Bucket = "-ConfigBucketName neglected-config";

    [Fact]
    public async Task Every_Region_passes_by_the_next_scan_and_undo_brings_everything_back()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"{Failed} | {Repair} {Bucket}");

        Assert.Equal(3, repair.Findings.Count);
        Assert.All(repair.Findings, finding => Assert.True(
            (finding.Status, finding.Repair!.Outcome) is ("Passed", "Changed") or ("Warning", "PendingConfirmation"), $"{finding} {finding.Repair.Outcome} {finding.Repair.Reason}"));
        var next = session.Succeed("Test-CisControl @Live -Id 2.5");
        Assert.All(next.Findings, finding => Assert.True(finding.Status == "Passed", $"{finding} {finding.Reason}"));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_second_run_sends_no_write()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"$global:Findings = {Failed}; $Findings | {Repair} {Bucket}");
        var writes = session.Sandbox.Requests.Writes;

        var again = session.Succeed($"$Findings | {Repair} {Bucket}");

        Assert.All(again.Findings, finding => Assert.Equal("AlreadyCompliant", finding.Repair!.Outcome));
        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task WhatIf_only_reads_and_Repair_CisFinding_takes_the_bucket_too()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Failed} | Repair-CisFinding @Live @Journals {Bucket} -Force -WhatIf");

        Assert.NotEmpty(repair.Findings);
        Assert.All(repair.Findings, finding => Assert.Equal("Planned", finding.Repair!.Outcome));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Where_there_is_no_bucket_to_deliver_to_one_has_to_be_named()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Failed} | {Repair}");

        Assert.NotEmpty(repair.Findings);
        Assert.All(repair.Findings, finding => Assert.Equal("CHOICE_NEEDED", finding.Repair!.ReasonCode));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task A_channel_whose_bucket_is_gone_is_led_to_the_named_one_and_stays_there()
    {
        await using var session = await RepairSession.StartAsync();

        session.Succeed($"{Failed} | {Repair} -ConfigBucketName config-111122223333");
        var channel = Assert.Single(session.Sandbox.Account.Regions["us-east-1"].DeliveryChannels);
        Assert.Equal("config-111122223333", channel.S3BucketName);

        var undo = session.Run("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Null(undo.Failure);
        Assert.Equal("config-111122223333", Assert.Single(session.Sandbox.Account.Regions["us-east-1"].DeliveryChannels).S3BucketName);
        Assert.False(Assert.Single(session.Sandbox.Account.Regions["us-east-1"].ConfigurationRecorders).IsRecording);
    }

    [Fact]
    public async Task A_recorder_keeps_its_name_its_role_and_its_channel()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"{Failed} | {Repair} {Bucket}");
        var region = session.Sandbox.Account.Regions["eu-west-1"];
        session.Sandbox.Account.Change(_ =>
        {
            region.ConfigurationRecorders.Clear();
            region.ConfigurationRecorders.Add(new ConfigurationRecorder { Name = "ours", AllSupported = false, ExcludedResourceTypes = ["AWS::EC2::Volume"], RecordingFrequency = "DAILY", LastStatus = "SUCCESS" });
        });

        var repair = session.Succeed($"{Failed} | {Repair}");

        Assert.Equal("eu-west-1", Assert.Single(repair.Findings).Region);
        var recorder = Assert.Single(region.ConfigurationRecorders);
        Assert.Equal(("ours", "DAILY", true, true, true), (recorder.Name, recorder.RecordingFrequency, recorder.AllSupported, recorder.IncludeGlobalResourceTypes, recorder.IsRecording));
        Assert.Empty(recorder.ExcludedResourceTypes);
        Assert.Equal("neglected-config", Assert.Single(region.DeliveryChannels).S3BucketName);
    }
}
