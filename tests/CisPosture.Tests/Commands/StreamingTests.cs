using System.Management.Automation;
using CisPosture.Accounts;

namespace CisPosture.Tests.Commands;

public sealed class StreamingTests : CommandTests
{
    [Fact]
    public async Task Findings_of_the_first_control_arrive_while_later_evidence_is_unread()
    {
        Gateway.Hold(EvidenceKind.SecurityGroups);
        using var run = LiveRun.Start(Session, "Test-CisControl '1.5', '4.1'");

        await run.FirstOutput.WaitAsync(Patience, TestEnd);
        Assert.Equal("1.5", Assert.Single(run.Findings).ControlId);
        Assert.False(run.Completion.IsCompleted);

        Gateway.Release(EvidenceKind.SecurityGroups);
        await run.Completion.WaitAsync(Patience, TestEnd);
        Assert.Equal(["1.5", "4.1", "4.1", "4.1", "4.1"], run.Findings.Select(finding => finding.ControlId));
    }

    [Fact]
    public void Findings_come_by_control_then_Region_then_resource()
    {
        var run = Succeed("Test-CisControl '4.1', '1.9', '1.5'");
        Assert.Equal(
            ["1.5 us-east-1", "1.9 us-east-1", "4.1 eu-west-1 sg-a", "4.1 eu-west-1 sg-b", "4.1 us-east-1 sg-a", "4.1 us-east-1 sg-b"],
            run.Findings.Select(finding => $"{finding.ControlId} {finding.Region} {GroupOf(finding)}".TrimEnd()));
        Assert.Equal(1, Gateway.DisposedSessions);
    }

    [Fact]
    public void Only_evidence_that_the_selected_controls_read_is_asked_for()
    {
        Succeed("Test-CisControl '1.5', '1.9', '4.1'");
        Assert.Equal(
            ["EnabledRegions", "PasswordPolicy", "PrefixLists", "SecurityGroups"],
            Assert.Single(Gateway.Collections).Kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_gap_is_one_error_and_no_control_is_missing()
    {
        Gateway.Deny(EvidenceKind.PasswordPolicy, SampleAccount.Denied("iam:GetAccountPasswordPolicy"));
        var run = Succeed("Test-CisControl '1.5', '1.9', '1.13', '4.1'");

        var error = Assert.Single(run.Errors);
        Assert.Equal(ErrorId.EvidenceMissing, IdOf(error));
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Equal("iam:GetAccountPasswordPolicy", error.TargetObject);
        Assert.Equal(["1.5", "1.9", "1.13", "4.1"], run.Findings.Select(finding => finding.ControlId).Distinct(StringComparer.Ordinal));
        Assert.All(run.Findings.Where(finding => finding.ControlId is "1.5" or "1.9"), finding => Assert.Equal("NotAvailable", finding.Status));
    }

    [Fact]
    public async Task A_gap_ends_the_command_where_errors_are_to_stop()
    {
        Gateway.Deny(EvidenceKind.PasswordPolicy, SampleAccount.Denied("iam:GetAccountPasswordPolicy"));
        using var run = LiveRun.Start(Session, "Test-CisControl '1.5' -ErrorAction Stop");
        Assert.Equal(ErrorId.EvidenceMissing, IdOf(await run.FailureAsync()));
        Assert.Empty(run.Output);
        Assert.Equal(1, Gateway.DisposedSessions);
    }

    [Theory]
    [InlineData(ErrorId.CredentialsNotFound, ErrorCategory.AuthenticationError)]
    [InlineData(ErrorId.CredentialsInvalid, ErrorCategory.AuthenticationError)]
    [InlineData(ErrorId.ProfileNotFound, ErrorCategory.ObjectNotFound)]
    [InlineData(ErrorId.EndpointUnreachable, ErrorCategory.ConnectionError)]
    [InlineData(ErrorId.EndpointUrlInvalid, ErrorCategory.InvalidArgument)]
    public async Task A_refused_connection_ends_the_command_with_its_own_error(string errorId, ErrorCategory category)
    {
        Gateway.Refusal = new PostureException(errorId, "No way in.", "auditor");
        var error = await FailAsync("Test-CisControl '1.5'");
        Assert.Equal((errorId, category, "auditor"), (IdOf(error), error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal("No way in.", error.Exception.Message);
    }

    [Theory]
    [InlineData("Test-CisControl '1.5', '4.1'")]
    [InlineData("Export-CisSnapshot ([IO.Path]::Combine([IO.Path]::GetTempPath(), [guid]::NewGuid().ToString() + '.json'))")]
    public async Task Stopping_cancels_the_reading_and_waits_for_its_end(string script)
    {
        Gateway.Hold(EvidenceKind.SecurityGroups);
        var lingering = Gateway.Linger();
        using var run = LiveRun.Start(Session, script);
        await Gateway.Collecting.WaitAsync(Patience, TestEnd);

        var stop = run.Shell.StopAsync(callback: null, state: null);
        await Gateway.Cancelled.WaitAsync(Patience, TestEnd);
        Assert.False(run.Completion.IsCompleted, "The command must not end before its requests.");
        Assert.Equal(0, Gateway.DisposedSessions);

        lingering.SetResult();
        await stop.WaitAsync(Patience, TestEnd);
        await Assert.ThrowsAsync<PipelineStoppedException>(() => run.Completion.WaitAsync(Patience, TestEnd));
        Assert.True(Gateway.Ended.IsCompletedSuccessfully);
        Assert.Equal(1, Gateway.DisposedSessions);
    }

    [Fact]
    public async Task A_downstream_command_that_has_enough_cancels_the_reading()
    {
        Gateway.Hold(EvidenceKind.SecurityGroups);
        using var run = LiveRun.Start(Session, "do { Test-CisControl '1.5', '4.1' | ForEach-Object { $_; break } } while ($false)");
        await run.Completion.WaitAsync(Patience, TestEnd);

        Assert.Single(run.Findings);
        Assert.True(Gateway.Cancelled.IsCompletedSuccessfully);
        Assert.True(Gateway.Ended.IsCompletedSuccessfully);
        Assert.Equal(1, Gateway.DisposedSessions);
    }

    [Theory]
    [InlineData("Test-CisControl '1.5', '4.1'")]
    [InlineData("Test-CisControl '1.5', '4.1' | ForEach-Object { throw 'enough' }")]
    public async Task Progress_that_was_shown_is_taken_away_in_the_end(string script)
    {
        // Nothing is judged before progress was shown: a script that ends at its first finding would not show any.
        Gateway.Hold(EvidenceKind.PasswordPolicy);
        Gateway.Hold(EvidenceKind.SecurityGroups);
        using var run = LiveRun.Start(Session, script);
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Shell.Streams.Progress.DataAdded += (_, _) => shown.TrySetResult();
        if (run.Shell.Streams.Progress.Count == 0)
        {
            await shown.Task.WaitAsync(Patience, TestEnd);
        }

        Gateway.Release(EvidenceKind.PasswordPolicy);
        Gateway.Release(EvidenceKind.SecurityGroups);
        await Task.WhenAny(run.Completion).WaitAsync(Patience, TestEnd);
        var records = run.Shell.Streams.Progress.ToList();
        Assert.Equal(ProgressRecordType.Processing, records[0].RecordType);
        Assert.All(records.GroupBy(record => record.ActivityId), bar => Assert.Equal(ProgressRecordType.Completed, bar.Last().RecordType));
        Assert.Equal(records[0].ActivityId, records[^1].ActivityId);
    }

    private static string GroupOf(CisFinding finding) => finding.ResourceId.Contains("sg-", StringComparison.Ordinal)
        ? finding.ResourceId[finding.ResourceId.IndexOf("sg-", StringComparison.Ordinal)..]
        : string.Empty;
}
