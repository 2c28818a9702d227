using CisPosture.Accounts;
using CisPosture.Core.Tests.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Logging;

/// <summary>Control 2.2.</summary>
public sealed class LogFileValidationControlTests
{
    [Fact]
    public void A_trail_that_validates_its_log_files_passes()
    {
        var finding = Judging.JudgeOne("2.2", Judging.Account().With(Complete().Read()));

        Assert.Equal("Passed", finding.Status);
        Assert.Empty(finding.Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_trail_that_does_not_validate_fails_whether_it_is_logging_or_stopped(bool isLogging)
    {
        var finding = Judging.JudgeOne("2.2", Judging.Account().With((Complete() with { LogFileValidationEnabled = false }).Read(isLogging)));

        Assert.Equal(("Failed", "Trail everything does not validate its log files."), (finding.Status, finding.Reason));
        Assert.Equal("Repair-CisCloudTrail", finding.RepairCommand);
    }

    [Fact]
    public void A_digest_that_could_not_be_delivered_is_noted()
    {
        var trail = Complete().Read() with { Status = Evidence.Of(LoggingStatus() with { LatestDigestDeliveryError = "AccessDenied" }) };

        var finding = Judging.JudgeOne("2.2", Judging.Account().With(trail));

        Assert.Equal("Passed", finding.Status);
        Assert.Equal(["The last digest file could not be delivered: AccessDenied."], finding.Notes);
    }

    [Fact]
    public void A_status_that_could_not_be_read_takes_nothing_from_the_verdict() =>
        Assert.Equal("Passed", Judging.JudgeOne("2.2", Judging.Account().With(Complete().Unread())).Status);

    [Fact]
    public void Trails_that_pass_fold_into_one_finding_with_their_count()
    {
        var finding = Judging.JudgeOne("2.2", Judging.Account().With(Complete("a").Read(), Complete("b").Read()), each: false);

        Assert.Equal("2 trails validate their log files.", finding.Reason);
    }
}
