using System.Globalization;
using CisPosture.Accounts;
using CisPosture.Aws.Tests.Support;
using CisPosture.Collection;

namespace CisPosture.Aws.Tests.Entry;

/// <summary>Sessions of roles that end, are renewed, and are refused to be.</summary>
public sealed class RoleSessionTests : IDisposable
{
    private const string Caller = """
        <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws-cn:iam::111122223333:user/auditor</Arn><UserId>AIDA1</UserId><Account>111122223333</Account></GetCallerIdentityResult>
        <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;

    private static readonly AccountRole Role = new() { AccountId = "444455556666", RoleName = "security/Audit", ExternalId = "ticket/4711" };

    private readonly ScriptedAws _aws = new();
    private readonly RecordingLog _log = new();
    private DateTimeOffset _now = TestSurroundings.Now;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task The_role_s_ARN_is_of_the_caller_s_partition_and_the_session_is_named_for_us()
    {
        _aws.On("sts:AssumeRole", Session("ASIAONE", _now.AddHours(1)));
        using var own = await ConnectAsync();
        using var member = await own.EnterAsync(Role, Token);

        var call = _aws.CallsOf("sts:AssumeRole").Single();
        Assert.Equal("cn-northwest-1", call.Region);
        Assert.Equal(
            ("arn:aws-cn:iam::444455556666:role/security/Audit", "CisPosture", "ticket/4711"),
            (call.Fields["RoleArn"], call.Fields["RoleSessionName"], call.Fields["ExternalId"]));
        Assert.DoesNotContain(call.Fields.Keys, name => name.StartsWith("Tags", StringComparison.Ordinal) || name == "DurationSeconds");
        Assert.Equal(("aws-cn", "444455556666"), (member.Partition, member.AccountId));
    }

    [Fact]
    public async Task A_session_is_used_until_it_is_about_to_end_and_then_renewed()
    {
        _aws.On("sts:AssumeRole", Ok(Session("ASIAONE", _now.AddHours(1))), Ok(Session("ASIATWO", _now.AddHours(2))));
        AnswerUsers();
        using var own = await ConnectAsync();
        using var member = await own.EnterAsync(Role, Token);

        await ReadUsersAsync(member);
        _now = _now.AddMinutes(50);
        await ReadUsersAsync(member);
        Assert.Equal(1, _aws.CountOf("sts:AssumeRole"));

        _now = _now.AddMinutes(11);
        await ReadUsersAsync(member);
        Assert.Equal(2, _aws.CountOf("sts:AssumeRole"));
        Assert.Equal(["ASIAONE", "ASIAONE", "ASIATWO"], _aws.CallsOf("iam:ListUsers").Select(KeyOf));
        Assert.Equal(["token-of-ASIAONE", "token-of-ASIAONE", "token-of-ASIATWO"], _aws.CallsOf("iam:ListUsers").Select(call => call.Headers["X-Amz-Security-Token"]));
    }

    [Fact]
    public async Task A_session_that_is_not_renewed_is_a_gap_of_what_is_read_afterwards()
    {
        _aws.On("sts:AssumeRole", Ok(Session("ASIAONE", _now.AddHours(1))), Answers.Refusal("AccessDenied"));
        AnswerUsers();
        using var own = await ConnectAsync();
        using var member = await own.EnterAsync(Role, Token);
        _now = _now.AddHours(2);

        var collection = member.Collect(new CollectionRequest { Kinds = [EvidenceKind.Users, EvidenceKind.PasswordPolicy] }, Token);
        var evidence = await collection.WhenCompleteAsync();

        var gap = Assert.Single(collection.TakeNewGaps());
        Assert.Equal(("ACCESS_DENIED", "sts:AssumeRole", "arn:aws-cn:iam::444455556666:role/security/Audit"), (gap.ReasonCode, gap.Operation, gap.Resource));
        Assert.Equal((gap, gap), (evidence.Users.Gap, evidence.PasswordPolicy.Gap));
        Assert.Equal(0, _aws.CountOf("iam:ListUsers"));
    }

    [Theory]
    [InlineData("Throttling", 400, "THROTTLING_ERROR")]
    [InlineData("RegionDisabledException", 403, "INTERNAL_SERVICE_ERROR")]
    public async Task Whatever_keeps_the_caller_out_is_the_reason(string code, int status, string reason)
    {
        _aws.On("sts:AssumeRole", Answers.Refusal(code, status));
        using var own = await ConnectAsync();
        using var shut = await own.EnterAsync(Role, Token);

        var evidence = await shut.Collect(new CollectionRequest { Kinds = [EvidenceKind.Users] }, Token).WhenCompleteAsync();

        Assert.Equal((reason, code), (evidence.EntryGap!.ReasonCode, evidence.EntryGap.ErrorCode));
    }

    [Fact]
    public async Task The_keys_of_a_role_are_masked_like_the_caller_s_own()
    {
        _aws.On("sts:AssumeRole", Session("ASIAONE", _now.AddHours(1)));
        _aws.On("iam:ListUsers", Answers.Refusal("SignatureDoesNotMatch", 403, "canonical: token-of-ASIAONE secret-of-ASIAONE"));
        using var own = await ConnectAsync();
        using var member = await own.EnterAsync(Role, Token);

        var evidence = await ReadUsersAsync(member);

        Assert.Equal("canonical: *** ***", evidence.Users.Gap!.Message);
        Assert.DoesNotContain("-of-ASIAONE", _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organizations_is_asked_in_the_one_Region_that_the_partition_has_it_in()
    {
        _aws.On("organizations:ListAccounts", """{"Accounts":[]}""");
        using var own = await ConnectAsync();

        Assert.Empty(await own.ListActiveAccountsAsync(Token));
        Assert.Equal(("cn-northwest-1", "AWSOrganizationsV20161128.ListAccounts", "{}"), (_aws.CallsOf("organizations:ListAccounts").Single().Region, _aws.CallsOf("organizations:ListAccounts").Single().Headers["X-Amz-Target"], _aws.CallsOf("organizations:ListAccounts").Single().Body));
    }

    [Fact]
    public async Task An_account_s_state_is_read_from_the_member_that_the_answer_has()
    {
        _aws.On("organizations:ListAccounts", """
            {"Accounts":[{"Id":"444444444444","Status":"ACTIVE"},{"Id":"333333333333","State":"ACTIVE"},{"Id":"222222222222","State":"CLOSED","Status":"ACTIVE"},
              {"Id":"111111111111","Status":"SUSPENDED"},{"Id":"000000000000"}]}
            """);
        using var own = await ConnectAsync();

        Assert.Equal(["333333333333", "444444444444"], await own.ListActiveAccountsAsync(Token));
    }

    private static (int Status, string Body) Ok(string body) => (200, body);

    private static string Session(string key, DateTimeOffset expiration) => Answers.Query("AssumeRole", $"""
        <AssumedRoleUser><AssumedRoleId>AROA1:CisPosture</AssumedRoleId><Arn>arn:aws-cn:sts::444455556666:assumed-role/Audit/CisPosture</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>secret-of-{key}</SecretAccessKey><SessionToken>token-of-{key}</SessionToken>
        <Expiration>{expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</Expiration></Credentials>
        """);

    private static string KeyOf(AwsCall call) => call.Headers["Authorization"].Split("Credential=")[1].Split('/')[0];

    private static Task<AccountEvidence> ReadUsersAsync(IAccountSession session) =>
        session.Collect(new CollectionRequest { Kinds = [EvidenceKind.Users] }, Token).WhenCompleteAsync();

    private void AnswerUsers() => _aws.On("iam:ListUsers", Answers.Query("ListUsers", "<Users/><IsTruncated>false</IsTruncated>"));

    private Task<IAccountSession> ConnectAsync()
    {
        _aws.On("sts:GetCallerIdentity", Caller);
        var surroundings = new TestSurroundings { Network = _aws }.ToSurroundings() with { Now = () => _now };
        var request = new ConnectionRequest
        {
            AccessKey = TestClients.AccessKey, SecretKey = TestClients.SecretKey, Region = "cn-northwest-1", EndpointUrl = TestClients.Address.ToString(),
        };
        return new AccountGateway(surroundings).ConnectAsync(request, _log, Token);
    }
}
