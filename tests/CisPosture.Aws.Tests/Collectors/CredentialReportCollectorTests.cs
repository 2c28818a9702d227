using System.Text;
using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class CredentialReportCollectorTests : IDisposable
{
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private const string UserEnd = "2024-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_report_that_is_there_is_read_at_once()
    {
        AnswerState("COMPLETE");
        AnswerReport("zoe", "<root_account>", "ann");

        var report = (await _account.CollectAsync(EvidenceKind.CredentialReport)).CredentialReport.Value!;

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), report.GeneratedTime);
        Assert.Equal(["<root_account>", "ann", "zoe"], report.Rows.Select(row => row.UserName));
        Assert.Empty(_account.Surroundings.Waits);
        Assert.Empty(_account.Gaps);
    }

    [Fact]
    public async Task A_report_that_is_being_made_is_waited_for_longer_and_longer()
    {
        AnswerState("STARTED", "INPROGRESS", "COMPLETE");
        AnswerReport("<root_account>");

        var evidence = await _account.CollectAsync(EvidenceKind.CredentialReport);

        Assert.True(evidence.CredentialReport.IsKnown);
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)], _account.Surroundings.Waits);
        Assert.Equal(1, _account.Aws.CountOf("iam:GetCredentialReport"));
    }

    [Fact]
    public async Task A_report_that_is_never_ready_is_given_up_after_a_minute()
    {
        AnswerState("INPROGRESS");

        var gap = (await _account.CollectAsync(EvidenceKind.CredentialReport)).CredentialReport.Gap!;

        Assert.Equal(ReasonCode.CredentialReportNotReady, gap.ReasonCode);
        Assert.InRange(_account.Surroundings.Waits.Sum(wait => wait.TotalSeconds), 20, 60);
        Assert.Equal([gap], _account.Gaps);
    }

    [Theory]
    [InlineData("ReportInProgress", 404)]
    [InlineData("ReportNotPresent", 410)]
    [InlineData("ReportExpired", 410)]
    public async Task A_report_that_is_not_to_be_had_after_all_is_asked_for_again(string code, int status)
    {
        AnswerState("COMPLETE");
        _account.Aws.On("iam:GetCredentialReport", Answers.Refusal(code, status), (200, Report("<root_account>")));

        Assert.True((await _account.CollectAsync(EvidenceKind.CredentialReport)).CredentialReport.IsKnown);
        Assert.Single(_account.Surroundings.Waits);
    }

    [Fact]
    public async Task Too_many_requests_for_reports_are_waited_out()
    {
        _account.Aws.On("iam:GenerateCredentialReport", Answers.Refusal("LimitExceeded", 409), (200, State("COMPLETE")));
        AnswerReport("<root_account>");

        Assert.True((await _account.CollectAsync(EvidenceKind.CredentialReport)).CredentialReport.IsKnown);
    }

    [Fact]
    public async Task A_denied_report_is_a_gap_that_names_the_permission()
    {
        AnswerState("COMPLETE");
        _account.Aws.On("iam:GetCredentialReport", Answers.Refusal("AccessDenied"));

        var gap = (await _account.CollectAsync(EvidenceKind.CredentialReport)).CredentialReport.Gap!;

        Assert.Equal(("ACCESS_DENIED", "iam:GetCredentialReport", "iam:GetCredentialReport", null), (gap.ReasonCode, gap.Operation, gap.Permission, gap.Region));
    }

    [Fact]
    public async Task A_report_that_is_no_report_is_a_gap()
    {
        AnswerState("COMPLETE");
        _account.Aws.On("iam:GetCredentialReport", ReportOf("name;age\nann;3\n"));

        Assert.Equal(ReasonCode.ServiceError, (await _account.CollectAsync(EvidenceKind.CredentialReport)).CredentialReport.Gap!.ReasonCode);
    }

    private void AnswerState(params string[] states) => _account.Aws.On("iam:GenerateCredentialReport", [.. states.Select(state => (200, State(state)))]);

    private void AnswerReport(params string[] users) => _account.Aws.On("iam:GetCredentialReport", Report(users));

    private static string State(string state) => Answers.Query("GenerateCredentialReport", $"<State>{state}</State>");

    private static string Report(params string[] users) => ReportOf(Header + "\n" + string.Join('\n', users.Select(Row)) + "\n");

    private static string Row(string user) => $"{user},arn:aws:iam::{ScriptedAccount.Id}:{(user.StartsWith('<') ? "root" : "user/" + user)},{UserEnd}";

    private static string ReportOf(string csv) => Answers.Query(
        "GetCredentialReport",
        $"<Content>{Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))}</Content><GeneratedTime>2026-03-01T09:00:00Z</GeneratedTime><ReportFormat>text/csv</ReportFormat>");
}
