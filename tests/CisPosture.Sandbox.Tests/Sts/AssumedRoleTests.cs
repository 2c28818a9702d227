using System.Net;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Tests.Sts;

/// <summary>Temporary keys: whose they are, what they open and when they end.</summary>
public sealed class AssumedRoleTests : IAsyncLifetime
{
    private const string Member = "222200000001";
    private const string Role = $"arn:aws:iam::{Member}:role/Audit";

    private readonly FixedTime _time = new();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "exemplary", Members = 2, Time = _time });

    public async ValueTask DisposeAsync()
    {
        var faults = _sandbox.Faults;
        await _sandbox.DisposeAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Keys_end_when_they_were_said_to_in_each_service_s_words()
    {
        var answer = await AssumeAsync(("DurationSeconds", "900"));
        _time.Now = _time.Now.AddSeconds(899);
        using (var early = Client(answer)) Assert.Equal(HttpStatusCode.OK, (await early.IamAsync("ListUsers")).Status);

        _time.Now = _time.Now.AddSeconds(1);
        using var late = Client(answer);
        Assert.Equal((HttpStatusCode.Forbidden, "ExpiredToken"), Told(await late.IamAsync("ListUsers")));
        Assert.Equal((HttpStatusCode.Forbidden, "ExpiredToken"), Told(await late.StsAsync("GetCallerIdentity")));
        Assert.Equal((HttpStatusCode.BadRequest, "RequestExpired"), Told(await late.Ec2Async("DescribeVpcs")));
        Assert.Equal((HttpStatusCode.BadRequest, "ExpiredToken"), Told(await late.S3Async("/")));
        Assert.Equal("ExpiredTokenException", (await late.JsonAsync("kms", "TrentService.ListKeys", "{}")).Json["__type"]!.ToString());
    }

    [Fact]
    public async Task Keys_without_their_token_or_with_another_are_refused()
    {
        var answer = await AssumeAsync();
        using var bare = new WireClient(_sandbox) { Now = _time.Now, AccessKeyId = answer.Value("AccessKeyId")!, SecretAccessKey = answer.Value("SecretAccessKey")! };
        using var mixed = new WireClient(_sandbox)
        {
            Now = _time.Now, AccessKeyId = answer.Value("AccessKeyId")!, SecretAccessKey = answer.Value("SecretAccessKey")!, SessionToken = (await AssumeAsync()).Value("SessionToken"),
        };

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), Told(await bare.IamAsync("ListUsers")));
        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), Told(await mixed.IamAsync("ListUsers")));
    }

    [Fact]
    public async Task A_refusal_is_in_STS_s_words()
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now };

        var answer = await client.StsAsync("AssumeRole", ("RoleArn", Role), ("RoleSessionName", "CisPosture"));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), Told(answer));
        Assert.Equal($"User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: sts:AssumeRole on resource: {Role}", answer.Message);
    }

    [Fact]
    public async Task A_caller_without_the_permission_is_refused_however_much_the_role_trusts_it()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Members = 1, Deny = ["sts:AssumeRole"] }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        var answer = await client.StsAsync("AssumeRole", ("RoleArn", Role), ("RoleSessionName", "CisPosture"), ("ExternalId", "sandbox-audit"));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), Told(answer));
        Assert.Contains("is not authorized to perform: sts:AssumeRole on resource: " + Role, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456", "arn:aws:iam::111122223333:mfa/auditor", HttpStatusCode.OK)]
    [InlineData("654321", "arn:aws:iam::111122223333:mfa/auditor", HttpStatusCode.Forbidden)]
    [InlineData("123456", "arn:aws:iam::111122223333:mfa/alice", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    public async Task A_role_that_demands_MFA_is_assumed_with_the_code_that_the_caller_s_device_shows(string? code, string? device, HttpStatusCode status)
    {
        _sandbox.Account.Change(account =>
        {
            account.Iam.Users.Add(new IamUser { Name = "auditor", MfaDevices = [Device("auditor")] });
            account.Iam.Users.Add(new IamUser { Name = "alicia", MfaDevices = [Device("alice")] });
            account.Iam.Roles.Add(new IamRole
            {
                Name = "Careful",
                AssumeRolePolicyDocument = """
                    { "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } } }
                    """,
            });
        });
        using var client = new WireClient(_sandbox) { Now = _time.Now };
        (string, string)[] mfa = code is null ? [] : [("SerialNumber", device!), ("TokenCode", code)];

        var answer = await client.StsAsync("AssumeRole", [("RoleArn", "arn:aws:iam::111122223333:role/Careful"), ("RoleSessionName", "CisPosture"), .. mfa]);

        Assert.Equal(status, answer.Status);

        MfaDevice Device(string name) => new() { SerialNumber = $"arn:aws:iam::111122223333:mfa/{name}", EnableDate = _time.Now, Shows = "123456" };
    }

    [Fact]
    public async Task A_role_may_be_assumed_from_within_another_for_an_hour()
    {
        var audit = await AssumeAsync();
        _sandbox.Accounts["222200000002"].Change(account => account.Iam.Roles.Single(role => role.Name == "Audit").AssumeRolePolicyDocument =
            $$"""{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "{{Role}}" }, "Action": "sts:AssumeRole" } }""");
        using var client = Client(audit);

        var next = await client.StsAsync("AssumeRole", ("RoleArn", "arn:aws:iam::222200000002:role/Audit"), ("RoleSessionName", "further"));

        Assert.Equal("arn:aws:sts::222200000002:assumed-role/Audit/further", next.Values("Arn").Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.StsAsync("AssumeRole", ("RoleArn", "arn:aws:iam::222200000002:role/Audit"), ("RoleSessionName", "further"), ("DurationSeconds", "7200"))).Status);
    }

    [Fact]
    public async Task A_role_s_session_is_no_user()
    {
        using var client = Client(await AssumeAsync());

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), Told(await client.IamAsync("ListAccessKeys")));
    }

    [Fact]
    public async Task A_change_in_one_account_is_not_seen_in_another()
    {
        _sandbox.Accounts[Member].Change(account => account.Iam.Users.Clear());
        using var management = new WireClient(_sandbox) { Now = _time.Now };
        using var member = Client(await AssumeAsync());

        Assert.NotEmpty((await management.IamAsync("ListUsers")).Values("UserName"));
        Assert.Empty((await member.IamAsync("ListUsers")).Values("UserName"));
        Assert.NotEmpty(_sandbox.Accounts["222200000002"].Iam.Users);
    }

    [Fact]
    public async Task A_bucket_s_name_is_known_to_all_accounts_and_its_settings_to_its_own()
    {
        using var management = new WireClient(_sandbox) { Now = _time.Now };
        using var member = Client(await AssumeAsync());

        Assert.Equal(HttpStatusCode.OK, (await management.S3Async("/exemplary-trail-logs?acl")).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), Told(await member.S3Async("/exemplary-trail-logs?acl")));
        Assert.Equal(HttpStatusCode.OK, (await member.S3Async($"/exemplary-trail-logs-{Member}?acl")).Status);
        Assert.Equal((HttpStatusCode.NotFound, "NoSuchBucket"), Told(await member.S3Async("/nobody-s-bucket?acl")));
    }

    [Theory]
    [InlineData("neglected")]
    [InlineData("exemplary")]
    [InlineData("enterprise")]
    public async Task A_member_names_nothing_of_the_account_that_it_is_made_from(string template)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Account = template, Members = 1, Enterprise = new EnterpriseSize { Users = 5, Policies = 2, Keys = 1, Groups = 2, Regions = 3 } }, TestContext.Current.CancellationToken);
        var member = sandbox.Accounts[Member];

        Assert.Equal(sandbox.Account.Regions.Keys, member.Regions.Keys);
        Assert.Empty(sandbox.Account.S3.Buckets.Select(bucket => bucket.Name).Intersect(member.S3.Buckets.Select(bucket => bucket.Name)));
        var trails = member.Regions.Values.SelectMany(region => region.Trails).ToArray();
        Assert.NotEmpty(trails);
        Assert.Empty(trails.Where(trail => trail.OwnerAccountId is null).Select(trail => trail.S3BucketName).Except(member.S3.Buckets.Select(bucket => bucket.Name)));
        Assert.All(
            trails.Select(trail => trail.CloudWatchLogsLogGroupArn).OfType<string>().Concat(member.Iam.Policies.SelectMany(policy => policy.Versions).Select(version => version.Document)),
            text => Assert.DoesNotContain("111122223333", text, StringComparison.Ordinal));
    }

    private static (HttpStatusCode Status, string? Code) Told(WireAnswer answer) => (answer.Status, answer.Code);

    private async Task<WireAnswer> AssumeAsync(params (string Name, string Value)[] parameters)
    {
        using var client = new WireClient(_sandbox) { Now = _time.Now };
        var answer = await client.StsAsync("AssumeRole", [("RoleArn", Role), ("RoleSessionName", "CisPosture"), ("ExternalId", "sandbox-audit"), .. parameters]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    private WireClient Client(WireAnswer assumed) => new(_sandbox)
    {
        Now = _time.Now, AccessKeyId = assumed.Value("AccessKeyId")!, SecretAccessKey = assumed.Value("SecretAccessKey")!, SessionToken = assumed.Value("SessionToken"),
    };
}
