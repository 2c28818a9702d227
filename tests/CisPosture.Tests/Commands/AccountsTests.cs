using System.Management.Automation;
using System.Runtime.CompilerServices;
using CisPosture.Accounts;
using CisPosture.Collection;

namespace CisPosture.Tests.Commands;

/// <summary>Commands over several accounts, which a test opens, holds and shuts.</summary>
public sealed class AccountsTests : CommandTests
{
    private const string Own = SampleAccount.AccountId;
    private const string First = "000011112222";
    private const string Second = "444455556666";
    private const string Third = "777788889999";

    public AccountsTests()
    {
        foreach (var accountId in new[] { First, Second, Third })
        {
            Gateway.Members[accountId] = () => SampleAccount.Of(accountId);
        }
    }

    [Fact]
    public void Findings_of_many_accounts_come_by_control_then_account_and_carry_their_account()
    {
        var run = Succeed($"Test-CisControl '1.9', '1.5' -AccountId {Third}, '{First}', {Own}, {Second} -RoleName Audit");

        Assert.Empty(run.Errors);
        Assert.Equal(
            [$"1.5 {First}", $"1.5 {Own}", $"1.5 {Second}", $"1.5 {Third}", $"1.9 {First}", $"1.9 {Own}", $"1.9 {Second}", $"1.9 {Third}"],
            run.Findings.Select(finding => $"{finding.ControlId} {finding.AccountId}"));
        Assert.Equal(8, run.Findings.Select(finding => finding.FindingId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_order_holds_when_the_first_account_is_read_last()
    {
        Gateway.Hold(First);
        var entered = Gateway.WhenEnteredAsync(3);
        using var run = LiveRun.Start(Session, $"Test-CisControl '1.5', '4.1' -AccountId '{First}', {Second}, {Third} -RoleName Audit");
        await entered.WaitAsync(Patience, TestEnd);

        Gateway.Release(First);
        await run.Completion.WaitAsync(Patience, TestEnd);

        Assert.Equal(
            run.Findings.OrderBy(finding => finding.Control).ThenBy(finding => finding.AccountId, StringComparer.Ordinal).ThenBy(finding => finding.Region, StringComparer.Ordinal).ThenBy(finding => finding.ResourceId, StringComparer.Ordinal),
            run.Findings);
        Assert.Equal(3 + 12, run.Findings.Count);
    }

    [Fact]
    public async Task Findings_stream_as_soon_as_the_order_allows()
    {
        Gateway.Hold(Third);
        using var run = LiveRun.Start(Session, $"Test-CisControl '1.5', '4.1' -AccountId '{First}', {Second}, {Third} -RoleName Audit");

        await run.FirstOutput.WaitAsync(Patience, TestEnd);
        Assert.False(run.Completion.IsCompleted);

        Gateway.Release(Third);
        await run.Completion.WaitAsync(Patience, TestEnd);
    }

    [Fact]
    public void The_own_account_is_read_with_the_own_credentials_and_the_others_by_the_role()
    {
        Succeed($"Test-CisControl '1.5' -AccountId {Own}, {Second} -RoleName security/Audit -ExternalId 'ticket/4711'");

        Assert.Equal(new AccountRole { AccountId = Second, RoleName = "security/Audit", ExternalId = "ticket/4711" }, Assert.Single(Gateway.Entered));
        Assert.Single(Gateway.Connections);
        Assert.Equal(2, Gateway.DisposedSessions);
    }

    [Fact]
    public void The_organization_means_each_of_its_active_accounts()
    {
        var run = Succeed("Test-CisControl '1.5' -Organization");

        Assert.Equal([First, Own, Second, Third], run.Findings.Select(finding => finding.AccountId));
        Assert.Equal([First, Second, Third], Gateway.Entered.Select(role => role.AccountId).Order(StringComparer.Ordinal));
        Assert.All(Gateway.Entered, role => Assert.Equal(("OrganizationAccountAccessRole", null), (role.RoleName, role.ExternalId)));
    }

    [Fact]
    public async Task An_organization_that_does_not_tell_its_accounts_ends_the_command()
    {
        Gateway.OrganizationFailure = new PostureException(ErrorId.OrganizationNotReadable, "No.", Own);
        var error = await FailAsync("Test-CisControl '1.5' -Organization -RoleName Audit");

        Assert.Equal((ErrorId.OrganizationNotReadable, ErrorCategory.ResourceUnavailable, (object)Own), (IdOf(error), error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal(1, Gateway.DisposedSessions);
    }

    [Fact]
    public void An_account_that_cannot_be_entered_answers_every_control_with_one_error_and_the_rest_go_on()
    {
        Gateway.Closed[Second] = SampleAccount.Shut(Second);
        var run = Succeed($"Test-CisControl '1.5', '1.13', '2.9', '4.1' -AccountId '{First}', {Second}, {Third} -RoleName security/Audit");

        var shut = run.Findings.Where(finding => finding.AccountId == Second).ToList();
        Assert.Equal(["1.5", "1.13", "2.9", "4.1"], shut.Select(finding => finding.ControlId));
        Assert.All(shut, finding =>
        {
            Assert.Equal(("NotAvailable", ReasonCode.AccessDenied, "us-east-1", $"AWS::::Account:{Second}"), (finding.Status, finding.ReasonCode, finding.Region, finding.ResourceId));
            Assert.Equal(
                $"Account {Second} could not be entered: AWS denied sts:AssumeRole on the role security/Audit; grant the caller sts:AssumeRole on it, and let the role trust the caller and the external id.",
                finding.Reason);
            Assert.Equal("sts:AssumeRole", finding.Evidence["MissingPermission"]);
            Assert.Equal($"arn:aws:iam::{Second}:role/security/Audit", finding.Evidence["Resource"]);
        });
        var error = Assert.Single(run.Errors);
        Assert.Equal((ErrorId.AccountNotEntered, ErrorCategory.PermissionDenied, (object)Second), (IdOf(error), error.CategoryInfo.Category, error.TargetObject));
        Assert.Equal($"{shut[0].Reason} AWS says: no", error.Exception.Message);
        Assert.Equal(
            run.Findings.Where(finding => finding.AccountId == First).Select(finding => (finding.ControlId, finding.Status)),
            run.Findings.Where(finding => finding.AccountId == Third).Select(finding => (finding.ControlId, finding.Status)));
    }

    [Fact]
    public void A_gap_says_which_of_many_accounts_it_is_of()
    {
        Gateway.Deny(EvidenceKind.PasswordPolicy, SampleAccount.Denied("iam:GetAccountPasswordPolicy"));
        var run = Succeed($"Test-CisControl '1.5' -AccountId '{First}', {Second} -RoleName Audit");

        Assert.Equal(
            [$"Account {First}: AWS denied iam:GetAccountPasswordPolicy; grant iam:GetAccountPasswordPolicy.", $"Account {Second}: AWS denied iam:GetAccountPasswordPolicy; grant iam:GetAccountPasswordPolicy."],
            run.Errors.Select(error => error.Exception.Message).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("'1.12'", "True")]
    [InlineData("'1.12', '1.9'", "False")]
    public void Quiet_answers_for_all_accounts_at_once(string controls, string expected)
    {
        var script = $"Test-CisControl {controls} -Quiet -AccountId '{First}', {Second} -RoleName Audit";
        Assert.Equal(expected, Assert.Single(Succeed(script).Output).ToString());

        Gateway.Closed[Second] = SampleAccount.Shut(Second);
        Assert.Equal("False", Assert.Single(Succeed(script).Output).ToString());
    }

    [Fact]
    public async Task No_more_accounts_are_open_than_the_limit_allows()
    {
        var ids = Enumerable.Range(1, 12).Select(number => $"5000000000{number:D2}").ToList();
        foreach (var id in ids)
        {
            Gateway.Members[id] = () => SampleAccount.Of(id);
            Gateway.Hold(id);
        }

        var entered = Gateway.WhenEnteredAsync(3);
        using var run = LiveRun.Start(Session, $"Test-CisControl '1.5' -ThrottleLimit 3 -RoleName Audit -AccountId {string.Join(", ", ids)}");
        await entered.WaitAsync(Patience, TestEnd);
        ids.ForEach(Gateway.Release);
        await run.Completion.WaitAsync(Patience, TestEnd);

        Assert.Equal(ids, run.Findings.Select(finding => finding.AccountId));
        Assert.Equal((3, 12), (Gateway.MostOpen, Gateway.Entered.Count));
    }

    [Fact]
    public async Task Evidence_is_let_go_of_when_its_account_is_judged_though_its_findings_wait()
    {
        // The first account holds up the findings of all others.
        Gateway.Hold(First);
        var evidence = new List<WeakReference>();
        foreach (var id in new[] { Second, Third })
        {
            Gateway.Members[id] = () => Track(SampleAccount.Of(id), evidence);
        }

        using var run = LiveRun.Start(Session, $"Test-CisControl '1.5', '4.1' -AccountId '{First}', {Second}, {Third} -RoleName Audit");
        while (Gateway.DisposedSessions < 2)
        {
            await Task.Yield();
            Assert.False(run.Completion.IsCompleted, "The accounts that are not held up should have been judged.");
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal((2, 0), (evidence.Count, evidence.Count(account => account.IsAlive)));
        Assert.Empty(run.Findings);

        Gateway.Release(First);
        await run.Completion.WaitAsync(Patience, TestEnd);
        Assert.Equal(3 + 12, run.Findings.Count);
    }

    [Fact]
    public async Task What_is_no_gap_in_one_account_ends_the_command_and_the_reading_of_the_others()
    {
        Gateway.Hold(First);
        Gateway.Hold(Second);
        var entered = Gateway.WhenEnteredAsync(2);
        Gateway.Faults[First] = new PostureException(ErrorId.CredentialsInvalid, "The credentials ended.");
        using var run = LiveRun.Start(Session, $"try {{ Test-CisControl '1.5' -AccountId '{First}', {Second} -RoleName Audit }} catch {{ throw }}");
        await entered.WaitAsync(Patience, TestEnd);
        Gateway.Release(First);

        Assert.Equal(ErrorId.CredentialsInvalid, IdOf(await run.FailureAsync()));
        Assert.True(Gateway.Cancelled.IsCompletedSuccessfully);
        Assert.Equal(3, Gateway.DisposedSessions);
    }

    [Theory]
    [InlineData("-AccountId 11112222333", ErrorId.AccountIdInvalid, "11112222333")]
    [InlineData("-AccountId 111122223333, prod", ErrorId.AccountIdInvalid, "prod")]
    [InlineData("-AccountId '111122223333 '", ErrorId.AccountIdInvalid, "111122223333 ")]
    [InlineData("-AccountId 111122223333 -RoleName 'arn:aws:iam::111122223333:role/Audit'", ErrorId.RoleNameInvalid, "arn:aws:iam::111122223333:role/Audit")]
    [InlineData("-AccountId 111122223333 -RoleName 'security/'", ErrorId.RoleNameInvalid, "security/")]
    [InlineData("-Organization -RoleName 'Au dit'", ErrorId.RoleNameInvalid, "Au dit")]
    [InlineData("-Organization -ExternalId 'a b'", ErrorId.ExternalIdInvalid, "a b")]
    [InlineData("-Organization -ExternalId x", ErrorId.ExternalIdInvalid, "x")]
    [InlineData("-Organization -AccountId 111122223333", ErrorId.AccountSelectionInvalid, null)]
    [InlineData("-RoleName Audit", ErrorId.AccountSelectionInvalid, "-RoleName")]
    [InlineData("-ExternalId 4711", ErrorId.AccountSelectionInvalid, "-ExternalId")]
    public async Task What_cannot_name_accounts_is_refused_before_anything_is_sent(string parameters, string errorId, string? target)
    {
        foreach (var command in new[] { "Test-CisControl '1.5'", "Export-CisSnapshot never.json" })
        {
            var error = await FailAsync($"{command} {parameters}");
            Assert.Equal((errorId, ErrorCategory.InvalidArgument, target), (IdOf(error), error.CategoryInfo.Category, error.TargetObject));
        }

        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData("Audit", "Audit")]
    [InlineData("/security/teams/Audit", "/security/teams/Audit")]
    [InlineData("a+b=c,d.e@f-g_h", "a+b=c,d.e@f-g_h")]
    public void A_role_s_name_may_have_a_path_and_all_that_IAM_allows(string typed, string roleName)
    {
        Succeed($"Test-CisControl '1.5' -AccountId {Second} -RoleName $args[0]", typed);
        Assert.Equal(roleName, Assert.Single(Gateway.Entered).RoleName);
    }

    [Fact]
    public void Accounts_with_their_roles_come_through_the_pipeline()
    {
        var run = Succeed(
            $$"""
            @([pscustomobject]@{ AccountId = '{{Second}}'; RoleName = 'Audit'; ExternalId = 'ab' }, [pscustomobject]@{ AccountId = '{{First}}'; RoleName = 'Read' }) | Test-CisControl -Id '1.5'
            """);

        Assert.Equal([First, Second], run.Findings.Select(finding => finding.AccountId));
        Assert.Equal(
            [new AccountRole { AccountId = First, RoleName = "Read" }, new AccountRole { AccountId = Second, RoleName = "Audit", ExternalId = "ab" }],
            Gateway.Entered.OrderBy(role => role.AccountId, StringComparer.Ordinal));
    }

    [Fact]
    public void Findings_are_judged_again_in_their_own_accounts()
    {
        var run = Succeed($"Test-CisControl '1.5', '4.1' -AccountId {Second} -RoleName Audit | Test-CisControl -RoleName Audit");

        Assert.All(run.Findings, finding => Assert.Equal(Second, finding.AccountId));
        Assert.Equal(5, run.Findings.Count);
        Assert.Equal(2, Gateway.Entered.Count);
    }

    [Fact]
    public async Task An_account_that_is_named_with_two_roles_is_refused()
    {
        var error = await FailAsync(
            $$"""@([pscustomobject]@{ AccountId = '{{Second}}'; RoleName = 'Audit' }, [pscustomobject]@{ AccountId = '{{Second}}'; RoleName = 'Read' }) | Test-CisControl -Id '1.5'""");

        Assert.Equal((ErrorId.AccountSelectionInvalid, (object)Second), (IdOf(error), error.TargetObject));
        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData("@() | Test-CisControl -AccountId 444455556666 -RoleName Audit")]
    [InlineData("@() | Export-CisSnapshot never.json")]
    public void An_empty_pipeline_asks_for_nothing(string script)
    {
        var run = Succeed(script);
        Assert.Empty(run.Output);
        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task The_limit_has_bounds(int limit)
    {
        Assert.Equal("ParameterArgumentValidationError", IdOf(await FailAsync($"Test-CisControl '1.5' -ThrottleLimit {limit}")));
        Assert.Empty(Gateway.Connections);
    }

    [Fact]
    public void A_snapshot_holds_all_accounts_those_that_could_not_be_entered_too()
    {
        Gateway.Closed[Second] = SampleAccount.Shut(Second);
        var folder = Directory.CreateTempSubdirectory("CisPosture");
        try
        {
            var path = Path.Combine(folder.FullName, "accounts.json.gz");
            var accounts = $"-AccountId {Third}, {Second}, '{First}' -RoleName security/Audit";
            var live = Succeed($"Test-CisControl {accounts}").Findings;
            var export = Succeed($"Export-CisSnapshot $args[0] {accounts}", path);
            Assert.Equal(ErrorId.AccountNotEntered, IdOf(Assert.Single(export.Errors)));
            Assert.Single(export.Output);

            var judged = Succeed("Test-CisControl -SnapshotPath $args[0]", path);
            Assert.Empty(judged.Errors);
            Assert.Equal(live.Select(finding => $"{finding.AccountId} {finding}"), judged.Findings.Select(finding => $"{finding.AccountId} {finding}"));
            Assert.Equal([First, Second, Third], judged.Findings.Select(finding => finding.AccountId).Distinct());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Stopping_cancels_the_reading_of_every_account()
    {
        Gateway.Hold(First);
        Gateway.Hold(Second);
        var entered = Gateway.WhenEnteredAsync(2);
        using var run = LiveRun.Start(Session, $"Test-CisControl '1.5' -AccountId '{First}', {Second}, {Third} -RoleName Audit -ThrottleLimit 2");
        await entered.WaitAsync(Patience, TestEnd);

        await run.Shell.StopAsync(callback: null, state: null).WaitAsync(Patience, TestEnd);
        await Assert.ThrowsAsync<PipelineStoppedException>(() => run.Completion.WaitAsync(Patience, TestEnd));

        Assert.Equal((2, 3), (Gateway.Entered.Count, Gateway.DisposedSessions));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AccountEvidence Track(AccountEvidence evidence, List<WeakReference> tracked)
    {
        lock (tracked)
        {
            tracked.Add(new WeakReference(evidence));
        }

        return evidence;
    }
}
