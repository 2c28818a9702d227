using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.Tests.Iam;

/// <summary>What IAM does not do, and in which words it says so.</summary>
public sealed class IamRefusalTests : IAsyncLifetime
{
    private const string Document = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}""";
    private const string Local = "arn:aws:iam::111122223333:policy/";

    private SandboxServer _sandbox = null!;
    private WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        _client = new WireClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
        Assert.Empty(_sandbox.Faults);
    }

    [Theory]
    [InlineData("CreateGroup", "EntityAlreadyExists", "Group with name developers already exists.", "GroupName=developers")]
    [InlineData("CreateGroup", "EntityAlreadyExists", "Group with name Developers already exists.", "GroupName=Developers")]
    [InlineData("CreateGroup", "ValidationError", null, "GroupName=two words")]
    [InlineData("CreateGroup", "ValidationError", null, "GroupName=reviewers", "Path=cisposture")]
    [InlineData("DeleteGroup", "DeleteConflict", "Cannot delete entity, must remove users from group first.", "GroupName=developers")]
    [InlineData("DeleteGroup", "NoSuchEntity", "The group with name nobody cannot be found.", "GroupName=nobody")]
    [InlineData("AddUserToGroup", "NoSuchEntity", "The user with name nobody cannot be found.", "GroupName=developers", "UserName=nobody")]
    [InlineData("AttachUserPolicy", "NoSuchEntity", "Policy arn:aws:iam::aws:policy/None does not exist or is not attachable.", "UserName=alice", "PolicyArn=arn:aws:iam::aws:policy/None")]
    [InlineData("AttachUserPolicy", "InvalidInput", "ARN AdministratorAccess is not valid.", "UserName=alice", "PolicyArn=AdministratorAccess")]
    [InlineData("AttachUserPolicy", "PolicyNotAttachable", null, "UserName=alice", "PolicyArn=arn:aws:iam::aws:policy/aws-service-role/AWSConfigServiceRolePolicy")]
    [InlineData("AttachUserPolicy", "ValidationError", null, "PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("DetachUserPolicy", "NoSuchEntity", "Policy arn:aws:iam::aws:policy/Billing was not found.", "UserName=alice", "PolicyArn=arn:aws:iam::aws:policy/Billing")]
    [InlineData("GetUserPolicy", "NoSuchEntity", "The user policy with name none cannot be found.", "UserName=alice", "PolicyName=none")]
    [InlineData("DeleteRolePolicy", "NoSuchEntity", "The role policy with name none cannot be found.", "RoleName=app-server", "PolicyName=none")]
    [InlineData("CreateRole", "EntityAlreadyExists", "Role with name App-Server already exists.", "RoleName=App-Server", "AssumeRolePolicyDocument=" + Trust)]
    [InlineData("CreateRole", "ValidationError", null, "RoleName=new", "MaxSessionDuration=10", "AssumeRolePolicyDocument=" + Trust)]
    [InlineData("CreateRole", "NoSuchEntity", null, "RoleName=new", "PermissionsBoundary=" + Local + "none", "AssumeRolePolicyDocument=" + Trust)]
    [InlineData("CreateRole", "InvalidInput", null, "RoleName=new", "Path=/aws-service-role/config.amazonaws.com/", "AssumeRolePolicyDocument=" + Trust)]
    [InlineData("CreateRole", "InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.", "RoleName=new", "Tags.member.1.Key=Team", "Tags.member.1.Value=a", "Tags.member.2.Key=team", "Tags.member.2.Value=b", "AssumeRolePolicyDocument=" + Trust)]
    [InlineData("CreateRole", "InvalidInput", null, "RoleName=new", "Tags.member.1.Key=aws:team", "Tags.member.1.Value=a", "AssumeRolePolicyDocument=" + Trust)]
    [InlineData("DeleteRole", "DeleteConflict", "Cannot delete entity, must delete policies first.", "RoleName=app-server")]
    [InlineData("CreateAccessKey", "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2", "UserName=ci-deploy")]
    [InlineData("UpdateAccessKey", "NoSuchEntity", "The Access Key with id AKIANOBODYSKEY000000 cannot be found.", "UserName=ci-deploy", "AccessKeyId=AKIANOBODYSKEY000000", "Status=Inactive")]
    [InlineData("UpdateAccessKey", "ValidationError", null, "UserName=ci-deploy", "AccessKeyId=AKIAIOSFODNN7EXAMPLE", "Status=Off")]
    [InlineData("CreateLoginProfile", "EntityAlreadyExists", "Login Profile for user alice already exists.", "UserName=alice", "Password=Correct-horse-7")]
    [InlineData("CreateLoginProfile", "PasswordPolicyViolation", null, "UserName=ci-deploy", "Password=horse")]
    [InlineData("DeleteLoginProfile", "NoSuchEntity", "Login Profile for User ci-deploy cannot be found.", "UserName=ci-deploy")]
    [InlineData("CreatePolicy", "MalformedPolicyDocument", null, "PolicyName=new", "PolicyDocument={}")]
    [InlineData("CreatePolicyVersion", "AccessDenied", null, "PolicyArn=arn:aws:iam::aws:policy/AdministratorAccess", "PolicyDocument=" + Document)]
    [InlineData("CreateServiceLinkedRole", "InvalidInput", "Service role creation is not supported for unheard.amazonaws.com", "AWSServiceName=unheard.amazonaws.com")]
    [InlineData("CreateServiceLinkedRole", "InvalidInput", "Custom suffix is not allowed for support.amazonaws.com", "AWSServiceName=support.amazonaws.com", "CustomSuffix=two")]
    [InlineData("GetServiceLinkedRoleDeletionStatus", "NoSuchEntity", null, "DeletionTaskId=task/aws-service-role/none")]
    public async Task A_request_that_does_not_fit_is_refused_and_changes_nothing(string operation, string code, string? message, params string[] parameters)
    {
        var before = _sandbox.Account.Export();

        var answer = await AskAsync(operation, parameters);

        Assert.True(code == answer.Code, $"{operation} answered {answer.Text}");
        if (message is not null) Assert.Equal(message, answer.Message);
        Assert.Equal(before, _sandbox.Account.Export());
    }

    [Theory]
    [InlineData("not json", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17"}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2013-01-01","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""", "The policy must contain a valid version string")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Action":"ec2:*","Resource":"*"}]}""", "Syntax errors in policy.")]
    [InlineData("""{"Statement":[{"Effect":"Maybe","Action":"s3:*","Resource":"*"}]}""", "Missing required field Effect")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Policy statement must contain actions.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*"}]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"GetObject","Resource":"*"}]}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"my-bucket"}]}""", "Resource my-bucket must be in ARN format or \"*\".")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}]}""", "Policy document should not specify a principal.")]
    [InlineData("""{"Statement":[{"Sid":"two words","Effect":"Allow","Action":"s3:*","Resource":"*"}]}""", "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*")]
    [InlineData("""{"Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:*","Resource":"*"},{"Sid":"A","Effect":"Deny","Action":"s3:*","Resource":"*"}]}""", "Statement IDs (SID) in a single policy must be unique.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":"never"}]}""", "Syntax errors in policy.")]
    public async Task A_policy_document_must_be_one(string document, string message)
    {
        var answer = await AskAsync("PutGroupPolicy", "GroupName=developers", "PolicyName=new", $"PolicyDocument={document}");

        Assert.Equal(("MalformedPolicyDocument", message), (answer.Code, answer.Message));
    }

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/nobody"},"Action":"sts:AssumeRole"}]}""", "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/nobody\"")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"alice"},"Action":"sts:AssumeRole"}]}""", "Invalid principal in policy: \"AWS\":\"alice\"")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail"},"Action":"sts:AssumeRole"}]}""", "Invalid principal in policy: \"SERVICE\":\"cloudtrail\"")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}""", "Missing required field Principal")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}""", "Has prohibited field Resource")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}]}""", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData("[]", "This policy contains invalid Json")]
    public async Task A_trust_policy_must_name_somebody_who_exists(string document, string message)
    {
        var answer = await AskAsync("CreateRole", "RoleName=new", $"AssumeRolePolicyDocument={document}");

        Assert.Equal(("MalformedPolicyDocument", message), (answer.Code, answer.Message));
    }

    [Theory]
    [InlineData("""{"AWS":"111122223333"}""")]
    [InlineData("""{"AWS":["arn:aws:iam::111122223333:root","arn:aws:iam::111122223333:user/alice"]}""")]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/auditor"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:role/app-server"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::999988887777:user/stranger"}""")]
    [InlineData("""{"Service":["config.amazonaws.com","vpc-flow-logs.amazonaws.com"]}""")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:saml-provider/office"}""")]
    public async Task A_trust_policy_may_name_whoever_can_assume_a_role(string principal) =>
        Assert.Null((await AskAsync("UpdateAssumeRolePolicy", "RoleName=app-server", $$"""PolicyDocument={"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}]}""")).Code);

    [Theory]
    [InlineData("User", "alice", 2048)]
    [InlineData("Group", "support", 5120)]
    [InlineData("Role", "app-server", 10_240)]
    public async Task Inline_policies_together_have_a_quota_that_white_space_does_not_count_for(string kind, string name, int quota)
    {
        _sandbox.Account.Change(account => Identity(kind, name).InlinePolicies.Clear());
        Assert.Null((await PutAsync("first", Sized(quota - 200))).Code);
        Assert.Null((await PutAsync("second", Sized(200) + new string(' ', 500))).Code);
        Assert.Null((await PutAsync("second", Sized(200))).Code);

        var third = await PutAsync("third", Document);

        Assert.Equal(("LimitExceeded", $"Maximum policy size of {quota} bytes exceeded for {kind.ToLowerInvariant()} {name}"), (third.Code, third.Message));
        Assert.Equal(["first", "second"], Identity(kind, name).InlinePolicies.Select(policy => policy.Name));

        Task<WireAnswer> PutAsync(string policy, string document) => AskAsync($"Put{kind}Policy", $"{kind}Name={name}", $"PolicyName={policy}", $"PolicyDocument={document}");
    }

    [Fact]
    public async Task Ten_managed_policies_can_be_attached_to_a_group()
    {
        await AskAsync("CreateGroup", "GroupName=full");
        for (var number = 1; number <= 11; number++) await AskAsync("CreatePolicy", $"PolicyName=p{number}", $"PolicyDocument={Document}");
        for (var number = 1; number <= 10; number++) Assert.Null((await AttachAsync(number)).Code);

        var eleventh = await AttachAsync(11);

        Assert.Equal(("LimitExceeded", "Cannot exceed quota for PoliciesPerGroup: 10"), (eleventh.Code, eleventh.Message));
        Assert.Null((await AttachAsync(10)).Code);

        Task<WireAnswer> AttachAsync(int number) => AskAsync("AttachGroupPolicy", "GroupName=full", $"PolicyArn={Local}p{number}");
    }

    [Fact]
    public async Task A_user_can_be_in_ten_groups()
    {
        var already = _sandbox.Account.Iam.Users.Single(user => user.Name == "bob").Groups.Count;
        for (var number = already; number <= 10; number++) await AskAsync("CreateGroup", $"GroupName=g{number}");
        for (var number = already; number < 10; number++) Assert.Null((await AddAsync(number)).Code);

        var eleventh = await AddAsync(10);

        Assert.Equal(("LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10"), (eleventh.Code, eleventh.Message));

        Task<WireAnswer> AddAsync(int number) => AskAsync("AddUserToGroup", $"GroupName=g{number}", "UserName=bob");
    }

    [Fact]
    public async Task A_policy_can_have_five_versions_and_gives_no_number_twice()
    {
        await AskAsync("CreatePolicy", "PolicyName=new", $"PolicyDocument={Document}");
        for (var number = 2; number <= 5; number++) Assert.Equal($"v{number}", (await AskAsync("CreatePolicyVersion", $"PolicyArn={Local}new", $"PolicyDocument={Document}")).Value("VersionId"));

        var sixth = await AskAsync("CreatePolicyVersion", $"PolicyArn={Local}new", $"PolicyDocument={Document}");
        await AskAsync("DeletePolicyVersion", $"PolicyArn={Local}new", "VersionId=v5");
        var next = await AskAsync("CreatePolicyVersion", $"PolicyArn={Local}new", $"PolicyDocument={Document}");

        Assert.Equal("LimitExceeded", sixth.Code);
        Assert.Equal("v6", next.Value("VersionId"));
        Assert.Equal("DeleteConflict", (await AskAsync("DeletePolicy", $"PolicyArn={Local}new")).Code);
    }

    [Fact]
    public async Task A_new_role_is_known_to_IAM_at_once_and_to_other_services_after_a_while()
    {
        const string arn = "arn:aws:iam::111122223333:role/new";
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { RolePropagation = new RolePropagation { Looks = 2 } }, TestContext.Current.CancellationToken);
        using var client = new WireClient(sandbox);

        await client.IamAsync("CreateRole", ("RoleName", "new"), ("AssumeRolePolicyDocument", Trust));

        Assert.Equal(arn, (await client.IamAsync("GetRole", ("RoleName", "new"))).Value("Arn"));
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(_ => sandbox.Account.VisibleRole(arn, DateTimeOffset.MaxValue) is not null));
        Assert.NotNull(sandbox.Account.VisibleRole("arn:aws:iam::111122223333:role/app-server", DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task A_service_linked_role_stays_while_the_service_needs_it()
    {
        await AskAsync("CreateServiceLinkedRole", "AWSServiceName=config.amazonaws.com");
        _sandbox.Account.Change(account => account.Regions["eu-west-1"].ConfigurationRecorders.Add(new() { Name = "held", RoleArn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig" }));

        var task = (await AskAsync("DeleteServiceLinkedRole", "RoleName=AWSServiceRoleForConfig")).Value("DeletionTaskId");
        await AskAsync("GetServiceLinkedRoleDeletionStatus", $"DeletionTaskId={task}");
        var status = await AskAsync("GetServiceLinkedRoleDeletionStatus", $"DeletionTaskId={task}");

        Assert.Equal(("FAILED", "eu-west-1"), (status.Value("Status"), status.Value("Region")));
        Assert.Contains(_sandbox.Account.Iam.Roles, role => role.Name == "AWSServiceRoleForConfig");
    }

    [Fact]
    public async Task What_is_made_again_under_an_old_name_is_not_what_it_was()
    {
        var first = (await AskAsync("CreateGroup", "GroupName=again")).Value("GroupId");
        await AskAsync("DeleteGroup", "GroupName=again");
        var second = (await AskAsync("CreateGroup", "GroupName=again")).Value("GroupId");

        Assert.Matches("^AGPA[A-Z2-7]{17}$", first!);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_new_key_signs_until_it_is_switched_off()
    {
        var made = await AskAsync("CreateAccessKey", "UserName=bob");
        using var bob = new WireClient(_sandbox) { AccessKeyId = made.Value("AccessKeyId")!, SecretAccessKey = made.Value("SecretAccessKey")! };

        var caller = await bob.StsAsync("GetCallerIdentity");
        var self = await bob.IamAsync("GetUser");
        await AskAsync("UpdateAccessKey", "UserName=bob", $"AccessKeyId={bob.AccessKeyId}", "Status=Inactive");

        Assert.Equal("arn:aws:iam::111122223333:user/bob", caller.Value("Arn"));
        Assert.Equal("bob", self.Value("UserName"));
        Assert.Equal("InvalidClientTokenId", (await bob.StsAsync("GetCallerIdentity")).Code);
    }

    [Fact]
    public async Task Only_a_user_may_leave_out_the_user_s_name()
    {
        await using var file = await AccountFileOnDisk.WriteAsync("""{ "credentials": [ { "accessKeyId": "ASIAROLE", "secretAccessKey": "secret", "sessionToken": "token", "arn": "arn:aws:sts::111122223333:assumed-role/ops/ann", "roleArn": "arn:aws:iam::111122223333:role/ops" } ], "regions": { "us-east-1": {} } }""");
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = file.Path }, TestContext.Current.CancellationToken);
        using var role = new WireClient(sandbox) { AccessKeyId = "ASIAROLE", SecretAccessKey = "secret", SessionToken = "token" };

        Assert.Equal("ValidationError", (await role.IamAsync("GetUser")).Code);
    }

    [Theory]
    [InlineData("Correct-horse-7", null)]
    [InlineData("Horse-7", "Password should have a minimum length of 14")]
    [InlineData("correct-horse-7", "Password should have at least one uppercase letter")]
    [InlineData("Correct-horse-x", "Password should have at least one number")]
    [InlineData("Correctxhorsex7", "Password should have at least one symbol")]
    public async Task A_new_password_is_held_to_the_account_s_policy(string password, string? message)
    {
        _sandbox.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicy
        {
            MinimumPasswordLength = 14, RequireLowercaseCharacters = true, RequireUppercaseCharacters = true, RequireNumbers = true, RequireSymbols = true,
        });

        Assert.Equal(message, (await AskAsync("CreateLoginProfile", "UserName=ci-deploy", $"Password={password}")).Message);
    }

    private Task<WireAnswer> AskAsync(string operation, params string[] parameters) =>
        _client.IamAsync(operation, parameters.Select(parameter => parameter.Split('=', 2)).Select(pair => (pair[0], pair[1])).ToArray());

    private IamIdentity Identity(string kind, string name)
    {
        var iam = _sandbox.Account.Iam;
        IEnumerable<IamIdentity> all = kind == "User" ? iam.Users : kind == "Group" ? iam.Groups : iam.Roles;
        return all.Single(identity => identity.Name == name);
    }

    /// <summary>A policy of so many characters.</summary>
    private static string Sized(int length)
    {
        const string before = """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::""";
        const string after = "\"}]}";
        return before + new string('x', length - before.Length - after.Length) + after;
    }
}
