using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Enterprise;

namespace CisPosture.Sandbox.Tests;

public sealed class EnterpriseTests
{
    private static readonly EnterpriseSize Small = new() { Users = 120, Policies = 60, Groups = 90, Keys = 5, Regions = 3 };
    private static readonly DateTimeOffset Now = new FixedTime().Now;

    [Fact]
    public void It_is_as_large_as_it_was_asked_to_be()
    {
        var account = EnterpriseAccount.Generate(Small, Now);

        Assert.Equal((120, 60, 3), (account.Iam.Users.Count, account.Iam.Policies.Count, account.Regions.Count));
        Assert.All(account.Regions.Values, region => Assert.Equal(5, region.KmsKeys.Count));
        Assert.All(account.Regions.Values, region => Assert.Equal(90, region.Ec2.SecurityGroups.Count(group => group.GroupName != "default")));
    }

    [Fact]
    public void The_same_size_and_seed_give_the_same_account()
    {
        Assert.Equal(Digest(EnterpriseAccount.Generate(Small, Now)), Digest(EnterpriseAccount.Generate(Small, Now)));
        Assert.NotEqual(Digest(EnterpriseAccount.Generate(Small, Now)), Digest(EnterpriseAccount.Generate(Small with { Seed = 2 }, Now)));
    }

    [Fact]
    public void One_part_s_size_leaves_the_other_parts_alone() =>
        Assert.Equal(Digest(EnterpriseAccount.Generate(Small, Now)), Digest(EnterpriseAccount.Generate(Small with { Groups = 10, Keys = 1 }, Now)));

    [Fact]
    public void Some_things_are_right_and_some_are_wrong()
    {
        var account = EnterpriseAccount.Generate(new EnterpriseSize(), Now);
        var withPassword = account.Iam.Users.Where(user => user.LoginProfile is not null).ToArray();
        var rules = account.Regions.Values.SelectMany(region => region.Ec2.SecurityGroups).SelectMany(group => group.Ingress).Where(rule => rule.FromPort == 22).ToArray();

        Assert.Contains(withPassword, user => user.MfaDevices.Count == 0);
        Assert.Contains(withPassword, user => user.MfaDevices.Count == 1);
        Assert.Contains(rules, rule => rule.Peer == "0.0.0.0/0");
        Assert.Contains(rules, rule => rule.Peer == "10.0.0.0/8");
        Assert.Contains(account.Regions.Values, region => region.ConfigurationRecorders.Count == 0);
        Assert.Contains(account.Regions.Values, region => region.ConfigurationRecorders.Count == 1);
        Assert.Equal([true, false], account.Regions["us-east-1"].KmsKeys.Select(key => key.IsRotationEnabled).Distinct().OrderDescending());
    }

    [Fact]
    public void Access_key_ids_are_unique()
    {
        var ids = EnterpriseAccount.Generate(new EnterpriseSize(), Now).Iam.Users.SelectMany(user => user.AccessKeys).Select(key => key.AccessKeyId).ToArray();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    private static string Digest(SandboxAccount account) => string.Join(
        '\n',
        account.Regions.SelectMany(region => region.Value.ConfigurationRecorders.Select(recorder => $"{region.Key} {recorder.IsRecording} {recorder.IncludeGlobalResourceTypes}"))
            .Concat(account.Iam.Users.Select(user => $"{user.Name} {user.CreateDate:O} {user.PasswordLastUsed:O} {user.MfaDevices.Count} {string.Join(',', user.AccessKeys.Select(key => $"{key.AccessKeyId} {key.Status} {key.LastUsed?.Date:O}"))}")));
}
