using System.Text;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Connection;
using CisPosture.Aws.Tests.Support;

namespace CisPosture.Aws.Tests.Clients;

/// <summary>Answers in the form in which IAM sends them.</summary>
public sealed class IdentityManagementClientTests : IDisposable
{
    private const string Namespace = "xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"";

    private readonly ScriptedAws _aws = new();
    private readonly AwsClients _clients;

    public IdentityManagementClientTests() => _clients = TestClients.Over(_aws);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AmazonIdentityManagementServiceClient Iam => _clients.IdentityManagement("us-east-1");

    public void Dispose()
    {
        _clients.Dispose();
        _aws.Dispose();
    }

    [Fact]
    public async Task A_page_of_users_is_read_with_its_marker_and_its_missing_members()
    {
        Answer("ListUsers", """
            <Users>
              <member>
                <Path>/</Path><UserName>j.doe+test@example,com</UserName><UserId>AIDAEXAMPLE</UserId>
                <Arn>arn:aws:iam::111122223333:user/j.doe</Arn><CreateDate>2024-05-06T07:08:09Z</CreateDate>
                <PasswordLastUsed>2025-01-02T03:04:05Z</PasswordLastUsed>
              </member>
              <member><UserName>robot</UserName><CreateDate>2024-05-06T07:08:09Z</CreateDate></member>
            </Users>
            <IsTruncated>true</IsTruncated><Marker>AAIB/+=</Marker>
            """);

        var response = await Iam.ListUsersAsync(new ListUsersRequest { MaxItems = 2 }, Token);

        Assert.Equal(["j.doe+test@example,com", "robot"], response.Users!.Select(user => user.UserName));
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), response.Users![0].PasswordLastUsed);
        Assert.Null(response.Users![1].PasswordLastUsed);
        Assert.True(response.IsTruncated);
        Assert.Equal("AAIB/+=", response.Marker);
        Assert.Equal("11111111-2222-3333-4444-555555555555", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task A_request_carries_action_version_and_members_as_form_fields()
    {
        Answer("GetAccountAuthorizationDetails", "<IsTruncated>false</IsTruncated>");

        await Iam.GetAccountAuthorizationDetailsAsync(
            new GetAccountAuthorizationDetailsRequest { Filter = ["User", "LocalManagedPolicy"], Marker = "a+b/c=d&e", MaxItems = 1000 }, Token);

        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Action"] = "GetAccountAuthorizationDetails",
                ["Version"] = "2010-05-08",
                ["Filter.member.1"] = "User",
                ["Filter.member.2"] = "LocalManagedPolicy",
                ["Marker"] = "a+b/c=d&e",
                ["MaxItems"] = "1000",
            },
            _aws.OnlyCall.Fields);
        Assert.Equal("/", _aws.OnlyCall.Address.PathAndQuery);
    }

    [Fact]
    public async Task Policies_of_users_and_of_the_account_are_read_exactly_as_sent()
    {
        const string document = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D";
        Answer("GetAccountAuthorizationDetails", $"""
            <UserDetailList>
              <member>
                <UserName>ann</UserName><Arn>arn:aws:iam::111122223333:user/ann</Arn>
                <UserPolicyList><member><PolicyName>inline</PolicyName><PolicyDocument>{document}</PolicyDocument></member></UserPolicyList>
                <GroupList/>
                <AttachedManagedPolicies>
                  <member><PolicyName>ReadOnlyAccess</PolicyName><PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn></member>
                </AttachedManagedPolicies>
                <PermissionsBoundary>
                  <PermissionsBoundaryType>PermissionsBoundaryPolicy</PermissionsBoundaryType>
                  <PermissionsBoundaryArn>arn:aws:iam::111122223333:policy/edge</PermissionsBoundaryArn>
                </PermissionsBoundary>
              </member>
            </UserDetailList>
            <Policies>
              <member>
                <PolicyName>deploy</PolicyName><Arn>arn:aws:iam::111122223333:policy/deploy</Arn><DefaultVersionId>v2</DefaultVersionId>
                <AttachmentCount>3</AttachmentCount><PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount>
                <PolicyVersionList>
                  <member><Document>{document}</Document><VersionId>v2</VersionId><IsDefaultVersion>true</IsDefaultVersion></member>
                  <member><Document>old</Document><VersionId>v1</VersionId><IsDefaultVersion>false</IsDefaultVersion></member>
                </PolicyVersionList>
              </member>
            </Policies>
            <IsTruncated>false</IsTruncated>
            """);

        var response = await Iam.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest(), Token);

        var user = Assert.Single(response.UserDetailList!);
        Assert.Equal(document, Assert.Single(user.UserPolicyList!).PolicyDocument);
        Assert.Equal("arn:aws:iam::aws:policy/ReadOnlyAccess", Assert.Single(user.AttachedManagedPolicies!).PolicyArn);
        Assert.Equal("arn:aws:iam::111122223333:policy/edge", user.PermissionsBoundary!.PermissionsBoundaryArn);
        var policy = Assert.Single(response.Policies!);
        Assert.Equal(3, policy.AttachmentCount);
        Assert.Equal([(true, document), (false, "old")], policy.PolicyVersionList!.Select(version => (version.IsDefaultVersion == true, version.Document!)));
    }

    [Fact]
    public async Task The_credential_report_comes_as_bytes()
    {
        var csv = "user,arn\n<root_account>,arn:aws:iam::111122223333:root\n";
        Answer("GetCredentialReport", $"""
            <Content>{Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))}</Content>
            <GeneratedTime>2026-03-01T09:00:00Z</GeneratedTime><ReportFormat>text/csv</ReportFormat>
            """);

        var response = await Iam.GetCredentialReportAsync(new GetCredentialReportRequest(), Token);

        Assert.Equal(csv, Encoding.UTF8.GetString(response.Content!.ToArray()));
        Assert.Equal(new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc), response.GeneratedTime);
    }

    [Fact]
    public async Task The_account_summary_is_a_map()
    {
        Answer("GetAccountSummary", """
            <SummaryMap>
              <entry><key>AccountMFAEnabled</key><value>1</value></entry>
              <entry><key>AccountAccessKeysPresent</key><value>0</value></entry>
            </SummaryMap>
            """);

        var response = await Iam.GetAccountSummaryAsync(new GetAccountSummaryRequest(), Token);

        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["AccountMFAEnabled"] = 1, ["AccountAccessKeysPresent"] = 0 }, response.SummaryMap);
    }

    [Fact]
    public async Task A_password_policy_without_expiry_leaves_the_age_unset()
    {
        Answer("GetAccountPasswordPolicy", """
            <PasswordPolicy>
              <AllowUsersToChangePassword>true</AllowUsersToChangePassword><RequireUppercaseCharacters>true</RequireUppercaseCharacters>
              <RequireSymbols>false</RequireSymbols><ExpirePasswords>false</ExpirePasswords><MinimumPasswordLength>14</MinimumPasswordLength>
            </PasswordPolicy>
            """);

        var policy = (await Iam.GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), Token)).PasswordPolicy!;

        Assert.Equal((true, false, 14, null, null), (policy.RequireUppercaseCharacters, policy.RequireSymbols, policy.MinimumPasswordLength, policy.MaxPasswordAge, policy.HardExpiry));
    }

    [Fact]
    public async Task A_virtual_device_names_whom_it_is_assigned_to()
    {
        Answer("ListVirtualMFADevices", """
            <VirtualMFADevices>
              <member>
                <SerialNumber>arn:aws:iam::111122223333:mfa/phone</SerialNumber>
                <User><UserId>111122223333</UserId><Arn>arn:aws:iam::111122223333:root</Arn></User>
                <EnableDate>2024-01-01T00:00:00Z</EnableDate>
              </member>
            </VirtualMFADevices>
            <IsTruncated>false</IsTruncated>
            """);

        var device = Assert.Single((await Iam.ListVirtualMFADevicesAsync(new ListVirtualMFADevicesRequest { AssignmentStatus = "Assigned" }, Token)).VirtualMFADevices!);

        Assert.Equal(("arn:aws:iam::111122223333:root", "111122223333"), (device.User!.Arn, device.User.UserId));
        Assert.Equal("Assigned", _aws.OnlyCall.Fields["AssignmentStatus"]);
    }

    [Fact]
    public async Task Holders_of_a_policy_are_read_by_kind()
    {
        Answer("ListEntitiesForPolicy", """
            <PolicyGroups><member><GroupName>helpdesk</GroupName><GroupId>AGPA1</GroupId></member></PolicyGroups>
            <PolicyUsers/>
            <PolicyRoles><member><RoleName>support</RoleName><RoleId>AROA1</RoleId></member></PolicyRoles>
            <IsTruncated>false</IsTruncated>
            """);

        var response = await Iam.ListEntitiesForPolicyAsync(new ListEntitiesForPolicyRequest { PolicyUsageFilter = "PermissionsPolicy" }, Token);

        Assert.Equal("helpdesk", Assert.Single(response.PolicyGroups!).GroupName);
        Assert.Equal("support", Assert.Single(response.PolicyRoles!).RoleName);
        Assert.Empty(response.PolicyUsers!);
    }

    [Fact]
    public async Task The_credentials_of_one_user_are_read_from_their_own_operations()
    {
        Answer("GetLoginProfile", "<LoginProfile><UserName>ann</UserName><CreateDate>2026-02-01T00:00:00Z</CreateDate></LoginProfile>");
        Answer("ListMFADevices", "<MFADevices><member><SerialNumber>GAHT1</SerialNumber></member></MFADevices><IsTruncated>false</IsTruncated>");
        Answer("ListAccessKeys", "<AccessKeyMetadata><member><AccessKeyId>AKIA1</AccessKeyId><Status>Inactive</Status><CreateDate>2026-02-02T00:00:00Z</CreateDate></member></AccessKeyMetadata>");
        Answer("GetAccessKeyLastUsed", "<AccessKeyLastUsed><ServiceName>N/A</ServiceName><Region>N/A</Region></AccessKeyLastUsed><UserName>ann</UserName>");

        Assert.Equal(1, (await Iam.GetLoginProfileAsync(new GetLoginProfileRequest { UserName = "ann" }, Token)).LoginProfile!.CreateDate!.Value.Day);
        Assert.Single((await Iam.ListMFADevicesAsync(new ListMFADevicesRequest { UserName = "ann" }, Token)).MFADevices!);
        Assert.Equal("Inactive", Assert.Single((await Iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "ann" }, Token)).AccessKeyMetadata!).Status);
        Assert.Null((await Iam.GetAccessKeyLastUsedAsync(new GetAccessKeyLastUsedRequest { AccessKeyId = "AKIA1" }, Token)).AccessKeyLastUsed!.LastUsedDate);
    }

    [Fact]
    public async Task A_group_tells_its_members_and_a_role_whom_it_trusts()
    {
        Answer("GetGroup", "<Group><GroupName>helpdesk</GroupName></Group><Users><member><UserName>ann</UserName></member></Users><IsTruncated>false</IsTruncated>");
        Answer("GetRole", "<Role><RoleName>support</RoleName><AssumeRolePolicyDocument>%7B%7D</AssumeRolePolicyDocument></Role>");

        Assert.Single((await Iam.GetGroupAsync(new GetGroupRequest { GroupName = "helpdesk" }, Token)).Users!);
        Assert.Equal("%7B%7D", (await Iam.GetRoleAsync(new GetRoleRequest { RoleName = "support" }, Token)).Role!.AssumeRolePolicyDocument);
    }

    [Fact]
    public async Task The_making_of_a_report_tells_its_state()
    {
        Answer("GenerateCredentialReport", "<State>STARTED</State><Description>No report exists. Starting a new report generation task</Description>");

        Assert.Equal("STARTED", (await Iam.GenerateCredentialReportAsync(new GenerateCredentialReportRequest(), Token)).State);
    }

    private void Answer(string operation, string result) => _aws.On(
        $"iam:{operation}",
        $"<{operation}Response {Namespace}><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata></{operation}Response>");
}
