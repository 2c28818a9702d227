using System.Text;
using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Collectors;

public sealed class IdentityCollectorTests : IDisposable
{
    private readonly ScriptedAccount _account = new();

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task Only_users_whom_the_report_does_not_know_are_read_live()
    {
        AnswerReport("old");
        AnswerUsers("old", "new");
        _account.Aws.On("iam:ListAccessKeys", Answers.Query("ListAccessKeys", "<AccessKeyMetadata><member><AccessKeyId>AKIA1</AccessKeyId><Status>Active</Status><CreateDate>2026-02-28T00:00:00Z</CreateDate></member></AccessKeyMetadata>"));
        _account.Aws.On("iam:GetAccessKeyLastUsed", Answers.Query("GetAccessKeyLastUsed", "<AccessKeyLastUsed><LastUsedDate>2026-03-01T00:00:00Z</LastUsedDate></AccessKeyLastUsed>"));
        _account.Aws.On("iam:ListMFADevices", Answers.Query("ListMFADevices", "<MFADevices/>"));
        _account.Aws.On("iam:GetLoginProfile", Answers.Refusal("NoSuchEntity", 404));

        var unreported = (await _account.CollectAsync(EvidenceKind.UnreportedCredentials)).UnreportedCredentials;

        var credentials = Assert.Single(unreported).Value.Value!;
        Assert.Equal("new", unreported.Keys.Single());
        Assert.Equal((false, false), (credentials.HasPassword, credentials.HasMfa));
        var key = Assert.Single(credentials.AccessKeys);
        Assert.Equal(("AKIA1", true, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), (key.AccessKeyId, key.IsActive, key.LastUsed));
        Assert.All(_account.Aws.CallsOf("iam:ListAccessKeys"), call => Assert.Equal("new", call.Fields["UserName"]));
        Assert.Empty(_account.Gaps);
    }

    [Fact]
    public async Task A_new_bearer_of_a_reported_name_is_read_live()
    {
        AnswerReportOf("2024-01-01T00:00:00+00:00", "again");
        AnswerUsers("again");
        _account.Aws.On("iam:ListAccessKeys", Answers.Query("ListAccessKeys", "<AccessKeyMetadata/>"));
        _account.Aws.On("iam:ListMFADevices", Answers.Query("ListMFADevices", "<MFADevices/>"));
        _account.Aws.On("iam:GetLoginProfile", Answers.Refusal("NoSuchEntity", 404));

        Assert.Equal(["again"], (await _account.CollectAsync(EvidenceKind.UnreportedCredentials)).UnreportedCredentials.Keys);
    }

    [Fact]
    public async Task A_user_who_is_gone_meanwhile_is_left_out()
    {
        AnswerReport();
        AnswerUsers("gone");
        _account.Aws.On("iam:ListAccessKeys", Answers.Refusal("NoSuchEntity", 404));

        var evidence = await _account.CollectAsync(EvidenceKind.UnreportedCredentials);

        Assert.Empty(evidence.UnreportedCredentials);
        Assert.Empty(evidence.Users.Value!);
        Assert.Empty(_account.Gaps);
    }

    [Fact]
    public async Task A_user_whose_keys_are_denied_is_a_gap_of_that_user()
    {
        AnswerReport();
        AnswerUsers("new");
        _account.Aws.On("iam:ListAccessKeys", Answers.Refusal("AccessDenied"));

        var evidence = await _account.CollectAsync(EvidenceKind.UnreportedCredentials);

        Assert.Equal("iam:ListAccessKeys", evidence.UnreportedCredentials["new"].Gap!.Permission);
        Assert.Single(_account.Gaps);
    }

    [Fact]
    public async Task Without_a_report_nobody_is_read_live()
    {
        _account.Aws.On("iam:GenerateCredentialReport", Answers.Refusal("AccessDenied"));
        AnswerUsers("ann");

        var evidence = await _account.CollectAsync(EvidenceKind.UnreportedCredentials);

        Assert.Empty(evidence.UnreportedCredentials);
        Assert.Equal("iam:GenerateCredentialReport", Assert.Single(_account.Gaps).Operation);
    }

    [Fact]
    public async Task An_account_without_a_password_policy_has_none_set()
    {
        _account.Aws.On("iam:GetAccountPasswordPolicy", Answers.Refusal("NoSuchEntity", 404));

        Assert.Equal(new PasswordPolicy { IsSet = false }, (await _account.CollectAsync(EvidenceKind.PasswordPolicy)).PasswordPolicy.Value);
        Assert.Empty(_account.Gaps);
    }

    [Fact]
    public async Task A_summary_without_root_s_keys_is_a_gap_and_not_zero_keys()
    {
        _account.Aws.On("iam:GetAccountSummary", Answers.Query("GetAccountSummary", "<SummaryMap><entry><key>AccountMFAEnabled</key><value>1</value></entry></SummaryMap>"));

        Assert.Equal(ReasonCode.ServiceError, (await _account.CollectAsync(EvidenceKind.AccountSummary)).AccountSummary.Gap!.ReasonCode);
    }

    [Fact]
    public async Task Only_assigned_virtual_devices_are_asked_for()
    {
        _account.Aws.On("iam:ListVirtualMFADevices", Answers.Query("ListVirtualMFADevices", "<VirtualMFADevices/><IsTruncated>false</IsTruncated>"));

        Assert.Empty((await _account.CollectAsync(EvidenceKind.VirtualMfaDevices)).VirtualMfaDevices.Value!);
        Assert.Equal("Assigned", _account.Aws.OnlyCall.Fields["AssignmentStatus"]);
    }

    [Fact]
    public async Task Policies_are_read_in_one_walk_with_the_filters_that_are_needed()
    {
        _account.Aws.On("iam:GetAccountAuthorizationDetails", call => ScriptedAws.Answer((200, Answers.Query(
            "GetAccountAuthorizationDetails",
            call.Fields.ContainsKey("Marker")
                ? "<UserDetailList><member><UserName>ann</UserName><Arn>arn:1</Arn></member></UserDetailList><IsTruncated>false</IsTruncated>"
                : "<UserDetailList><member><UserName>zoe</UserName><Arn>arn:2</Arn></member></UserDetailList><IsTruncated>true</IsTruncated><Marker>m</Marker>"))));

        var both = await _account.CollectAsync(EvidenceKind.UserPolicies, EvidenceKind.CustomerPolicies);

        Assert.Equal(["ann", "zoe"], both.UserPolicies.Value!.Select(user => user.UserName));
        Assert.Empty(both.CustomerPolicies.Value!);
        Assert.Equal(2, _account.Aws.Calls.Count);
        Assert.All(_account.Aws.Calls, call => Assert.Equal(("User", "LocalManagedPolicy"), (call.Fields["Filter.member.1"], call.Fields["Filter.member.2"])));
    }

    [Fact]
    public async Task Policies_of_users_alone_do_not_read_the_account_s_policies()
    {
        _account.Aws.On("iam:GetAccountAuthorizationDetails", Answers.Query("GetAccountAuthorizationDetails", "<IsTruncated>false</IsTruncated>"));

        var evidence = await _account.CollectAsync(EvidenceKind.UserPolicies);

        Assert.Equal("User", _account.Aws.OnlyCall.Fields["Filter.member.1"]);
        Assert.DoesNotContain("Filter.member.2", _account.Aws.OnlyCall.Fields.Keys);
        Assert.Equal(ReasonCode.NotCollected, evidence.CustomerPolicies.Gap!.ReasonCode);
    }

    [Fact]
    public async Task A_denied_walk_is_one_gap_for_both_kinds()
    {
        _account.Aws.On("iam:GetAccountAuthorizationDetails", Answers.Refusal("AccessDenied"));

        var evidence = await _account.CollectAsync(EvidenceKind.UserPolicies, EvidenceKind.CustomerPolicies);

        Assert.Equal(evidence.UserPolicies.Gap, evidence.CustomerPolicies.Gap);
        Assert.Single(_account.Gaps);
    }

    [Fact]
    public async Task Support_access_is_asked_for_in_the_account_s_own_partition()
    {
        using var china = new ScriptedAccount("aws-cn", "cn-north-1");
        china.Aws.On("iam:ListEntitiesForPolicy", Answers.Refusal("NoSuchEntity", 404));

        var access = (await china.CollectAsync(["cn-north-1"], EvidenceKind.SupportAccess)).SupportAccess.Value!;

        Assert.Equal((false, "arn:aws-cn:iam::aws:policy/AWSSupportAccess"), (access.PolicyExists, access.PolicyArn));
        Assert.Equal(("cn-north-1", "PermissionsPolicy"), (china.Aws.OnlyCall.Region, china.Aws.OnlyCall.Fields["PolicyUsageFilter"]));
        Assert.Empty(china.Gaps);
    }

    [Fact]
    public async Task Groups_tell_their_size_and_roles_whom_they_trust_each_with_a_gap_of_its_own()
    {
        _account.Aws.On("iam:ListEntitiesForPolicy", Answers.Query("ListEntitiesForPolicy", """
            <PolicyGroups><member><GroupName>helpdesk</GroupName></member></PolicyGroups><PolicyUsers><member><UserName>ann</UserName></member></PolicyUsers>
            <PolicyRoles><member><RoleName>open</RoleName></member><member><RoleName>closed</RoleName></member></PolicyRoles><IsTruncated>false</IsTruncated>
            """));
        _account.Aws.On("iam:GetGroup", Answers.Query("GetGroup", "<Group/><Users><member/><member/></Users><IsTruncated>false</IsTruncated>"));
        _account.Aws.On("iam:GetRole", call => ScriptedAws.Answer(
            call.Fields["RoleName"] == "open" ? (200, Answers.Query("GetRole", "<Role><AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument></Role>")) : Answers.Refusal("AccessDenied")));

        var access = (await _account.CollectAsync(EvidenceKind.SupportAccess)).SupportAccess.Value!;

        Assert.Equal(["ann"], access.Users);
        Assert.Equal(2, Assert.Single(access.Groups).MemberCount.Value);
        Assert.Equal(["closed", "open"], access.Roles.Select(role => role.RoleName));
        Assert.Equal("iam:GetRole", access.Roles[0].TrustPolicy.Gap!.Operation);
        Assert.Equal("%7B%7D", access.Roles[1].TrustPolicy.Value);
    }

    private void AnswerUsers(params string[] names) => _account.Aws.On("iam:ListUsers", Answers.Query(
        "ListUsers",
        $"<Users>{string.Concat(names.Select(name => $"<member><UserName>{name}</UserName><UserId>AIDA{name}</UserId><Arn>arn:aws:iam::111122223333:user/{name}</Arn><CreateDate>2026-02-28T00:00:00Z</CreateDate></member>"))}</Users>"));

    private void AnswerReport(params string[] users) => AnswerReportOf("2026-02-28T00:00:00+00:00", users);

    private void AnswerReportOf(string created, params string[] users)
    {
        const string header = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date";
        var csv = header + "\n" + string.Concat(users.Select(user => $"{user},arn:aws:iam::111122223333:user/{user},{created},false,N/A,N/A,false,false,N/A,N/A,false,N/A,N/A\n"));
        _account.Aws.On("iam:GenerateCredentialReport", Answers.Query("GenerateCredentialReport", "<State>COMPLETE</State>"));
        _account.Aws.On("iam:GetCredentialReport", Answers.Query(
            "GetCredentialReport", $"<Content>{Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))}</Content><GeneratedTime>2026-02-28T00:00:00Z</GeneratedTime>"));
    }
}
