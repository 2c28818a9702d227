using CisPosture.Sandbox.State.CloudTrail;

namespace CisPosture.Tests.Repairs;

public sealed class CloudTrailRepairTests
{
    private const string Repair = "Repair-CisCloudTrail @Live @Journals -Force";

    [Fact]
    public async Task The_trail_that_lacks_least_is_mended_and_undo_brings_it_back()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"Test-CisControl @Live -Id 2.1 | {Repair}");

        var finding = Assert.Single(repair.Findings);
        Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome));
        Assert.DoesNotContain(session.Sandbox.Requests.WritesByOperation, write => write.Key == "cloudtrail:CreateTrail");

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task Every_trail_gets_validation_a_log_group_and_a_key_and_undo_takes_them_away()
    {
        await using var session = await RepairSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var repair = session.Succeed($"Test-CisControl @Live -Id 2.2, 2.4, 2.7 | Where-Object Status -eq Failed | {Repair} -KmsKeyId alias/app-data, alias/invoices");

        Assert.All(repair.Findings, finding => Assert.True(
            (finding.Status, finding.Repair!.Outcome) == ("Passed", "Changed"),
            $"{finding} {finding.Repair.Outcome} {finding.Repair.Reason}"));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");

        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_second_run_sends_no_write()
    {
        await using var session = await RepairSession.StartAsync();
        session.Succeed($"Test-CisControl @Live -Id 2.1, 2.2, 2.4 | {Repair}");
        var writes = session.Sandbox.Requests.Writes;

        session.Succeed($"Test-CisControl @Live -Id 2.1, 2.2, 2.4 | {Repair}");

        Assert.Equal(writes, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task WhatIf_only_reads()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"Test-CisControl @Live -Id 2.1, 2.2, 2.4, 2.7 | {Repair} -KmsKeyId alias/app-data, alias/invoices -WhatIf");

        Assert.Contains(repair.Findings, finding => finding.Repair!.Outcome == "Planned");
        Assert.Equal(0, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task Data_events_and_the_selectors_that_are_there_stay()
    {
        await using var session = await RepairSession.StartAsync();
        var region = session.Sandbox.Account.Regions["us-east-1"];
        session.Sandbox.Account.Change(account =>
        {
            foreach (var each in account.Regions.Values)
            {
                each.Trails.Clear();
            }

            region.Trails.Add(new Trail
            {
                Name = "partial",
                S3BucketName = "neglected-trail-logs",
                IsMultiRegionTrail = true,
                IsLogging = true,
                EventSelectors = [new EventSelector { ReadWriteType = "ReadOnly", IncludeManagementEvents = true }],
            });
        });

        session.Succeed($"Test-CisControl @Live -Id 2.1 | {Repair}");

        var selectors = Assert.Single(region.Trails).EventSelectors!;
        Assert.Contains(selectors, selector => selector.ReadWriteType == "ReadOnly");
        Assert.Contains(selectors, selector => selector is { ReadWriteType: "All", IncludeManagementEvents: true });
    }

    [Fact]
    public async Task Without_a_trail_one_is_made_and_switched_on_where_a_bucket_is_named()
    {
        await using var session = await RepairSession.StartAsync();
        session.Sandbox.Account.Change(account => account.Regions.Values.ToList().ForEach(region => region.Trails.Clear()));
        var before = session.Sandbox.Account.Export();

        var refused = session.Succeed($"Test-CisControl @Live -Id 2.1 | {Repair}");
        Assert.Equal("CHOICE_NEEDED", Assert.Single(refused.Findings).Repair!.ReasonCode);
        Assert.Equal(0, session.Sandbox.Requests.Writes);

        var repair = session.Succeed($"Test-CisControl @Live -Id 2.1 | {Repair} -BucketName new-trail-logs-111122223333");
        var finding = Assert.Single(repair.Findings);
        Assert.Equal(("Passed", "Changed"), (finding.Status, finding.Repair!.Outcome));

        session.Succeed("Get-CisRepair @Journals | Undo-CisRepair @Live -Force");
        Assert.Equal(before, session.Sandbox.Account.Export());
    }
}
