using System.Globalization;
using CisPosture.Sandbox.State.Iam;

namespace CisPosture.Sandbox.State.Enterprise;

/// <summary>Users, groups, roles and policies of the enterprise.</summary>
internal sealed class EnterpriseIdentities(EnterpriseSize size, DateTimeOffset now, string accountId)
{
    private static readonly string[] Departments = ["engineering", "finance", "marketing", "operations", "research", "sales", "security", "support"];
    private static readonly string[] Services = ["s3", "ec2", "sts", "dynamodb", "lambda"];

    private readonly Chance _users = new(size.Seed, "users");
    private readonly Chance _policies = new(size.Seed, "policies");

    public IamState Generate() => new()
    {
        AccountAlias = "enterprise",
        Root = new RootUser { PasswordLastUsed = Ago(410), MfaDevices = [new MfaDevice { SerialNumber = $"arn:aws:iam::{accountId}:mfa/root-account-mfa-device", EnableDate = Ago(2000) }] },
        PasswordPolicy = new PasswordPolicy { MinimumPasswordLength = 14, RequireUppercaseCharacters = true, RequireLowercaseCharacters = true, RequireNumbers = true, PasswordReusePrevention = 12, AllowUsersToChangePassword = true },
        Users = Enumerable.Range(1, size.Users).Select(User).ToList(),
        Groups = Departments.Select(Group).ToList(),
        Roles = Enumerable.Range(1, Math.Max(1, size.Users / 5)).Select(Role).Append(SupportRole()).ToList(),
        Policies = Enumerable.Range(1, size.Policies).Select(Policy).ToList(),
    };

    private IamUser User(int number)
    {
        var isService = _users.Percent(30);
        var department = _users.One(Departments);
        var created = _users.Between(1, 2500);
        var user = new IamUser
        {
            Name = isService ? Numbered("svc", number) : $"{Numbered("employee", number)}@example.com",
            Path = $"/{department}/",
            CreateDate = Ago(created),
            Groups = [department],
            AttachedPolicies = _users.Percent(4) ? ["arn:aws:iam::aws:policy/ReadOnlyAccess"] : [],
            InlinePolicies = _users.Percent(2) ? [new InlinePolicy { Name = "own", Document = Document("s3:GetObject") }] : [],
            AccessKeys = Enumerable.Range(1, KeyCount(isService)).Select(slot => Key(number, slot, created)).ToList(),
        };
        if (!isService) AddPassword(user, created);
        return user;
    }

    private int KeyCount(bool isService) => isService ? _users.Between(1, 2) : _users.Percent(20) ? 1 : 0;

    private void AddPassword(IamUser user, int created)
    {
        user.LoginProfile = new LoginProfile { CreateDate = Ago(Math.Min(created, _users.Between(0, 200))) };
        if (_users.Percent(90)) user.PasswordLastUsed = Ago(Math.Min(created, _users.Percent(85) ? _users.Between(0, 60) : _users.Between(61, 700)));
        if (_users.Percent(88)) user.MfaDevices.Add(new MfaDevice { SerialNumber = $"arn:aws:iam::{accountId}:mfa/{user.Name}", EnableDate = Ago(created) });
    }

    private AccessKey Key(int user, int slot, int userCreated)
    {
        var created = Math.Min(userCreated, _users.Percent(70) ? _users.Between(0, 89) : _users.Between(90, 900));
        return new AccessKey
        {
            AccessKeyId = string.Create(CultureInfo.InvariantCulture, $"AKIA{user:D10}{slot:D6}"),
            CreateDate = Ago(created),
            Status = _users.Percent(90) ? "Active" : "Inactive",
            LastUsed = _users.Percent(80) ? new AccessKeyUse { Date = Ago(_users.Between(0, created)), Service = _users.One(Services) } : null,
        };
    }

    private static IamGroup Group(string department) => new() { Name = department, AttachedPolicies = ["arn:aws:iam::aws:policy/IAMUserChangePassword"] };

    private IamRole Role(int number) => new()
    {
        Name = Numbered("app", number),
        Path = "/application/",
        CreateDate = Ago(_users.Between(1, 2000)),
        AssumeRolePolicyDocument = Trust("""{ "Service": "ec2.amazonaws.com" }"""),
        AttachedPolicies = size.Policies == 0 ? [] : [PolicyArn(_users.Between(1, size.Policies))],
    };

    private IamRole SupportRole() => new()
    {
        Name = "aws-support",
        AssumeRolePolicyDocument = Trust($$"""{ "AWS": "arn:aws:iam::{{accountId}}:root" }"""),
        AttachedPolicies = ["arn:aws:iam::aws:policy/AWSSupportAccess"],
    };

    private IamPolicy Policy(int number) => new()
    {
        Name = Numbered("policy", number),
        CreateDate = Ago(_policies.Between(1, 2000)),
        Versions = [new PolicyVersion { Document = Document(_policies.Percent(3) ? "*" : $"{_policies.One(Services)}:*") }],
    };

    private string PolicyArn(int number) => $"arn:aws:iam::{accountId}:policy/{Numbered("policy", number)}";

    private DateTimeOffset Ago(int days)
    {
        var time = now - TimeSpan.FromDays(days);
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number:D4}");

    private static string Document(string action) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["{{action}}"],"Resource":"*"}]}""";

    private static string Trust(string principal) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"}]}""";
}
