using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class SupportRoleRepairTests
{
    private const string Helpdesk = "arn:aws:iam::111122223333:role/helpdesk";

    private static readonly LiveSupportRole Nothing = new(SettingReading.Missing, SettingReading.Missing);

    [Fact]
    public void Who_may_assume_the_role_is_never_guessed() => Assert.Equal(RepairReasonCode.ChoiceNeeded, Plan(Nothing, SupportRoleOptions.Of(null, "Support")).Skip?.ReasonCode);

    [Fact]
    public void The_role_lets_in_those_that_were_named_and_holds_the_policy_of_its_partition()
    {
        var plan = Plan(Nothing, SupportRoleOptions.Of([Helpdesk], "Support"), RepairSamples.Place with { Partition = "aws-cn" });

        Assert.Equal(["iam:CreateRole", "iam:AttachRolePolicy"], plan.Steps.Select(step => step.Call.Operation));
        Assert.Contains(Helpdesk, plan.Steps[0].Call.Parameters.Text("AssumeRolePolicyDocument"), StringComparison.Ordinal);
        Assert.Equal("arn:aws-cn:iam::aws:policy/AWSSupportAccess", plan.Steps[1].Call.Parameters.Text("PolicyArn"));
        Assert.Empty(plan.Warnings);
    }

    [Theory]
    [InlineData("111122223333", "everybody")]
    [InlineData("444455556666", "another account")]
    public void Letting_in_a_whole_account_or_another_one_is_told_of(string principal, string warning) =>
        Assert.Contains(warning, Assert.Single(Plan(Nothing, SupportRoleOptions.Of([principal], "Support")).Warnings), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_strangers_role_is_left_alone() =>
        Assert.Equal(RepairReasonCode.ForeignResource, Plan(Nothing with { Role = Role(owner: null, Helpdesk) }, SupportRoleOptions.Of([Helpdesk], "Support")).Skip?.ReasonCode);

    [Fact]
    public void A_role_of_our_own_that_lets_in_others_is_left_alone() =>
        Assert.Equal(RepairReasonCode.ChoiceNeeded, Plan(Nothing with { Role = Role("Repair-CisSupportRole", Helpdesk + "2") }, SupportRoleOptions.Of([Helpdesk], "Support")).Skip?.ReasonCode);

    [Fact]
    public void What_a_run_before_has_made_is_completed() =>
        Assert.Equal("iam:AttachRolePolicy", Assert.Single(Plan(Nothing with { Role = Role("Repair-CisSupportRole", Helpdesk) }, SupportRoleOptions.Of([Helpdesk], "Support")).Steps).Call.Operation);

    [Theory]
    [InlineData("*")]
    [InlineData("helpdesk")]
    [InlineData("arn:aws:iam::111122223333:role/*")]
    [InlineData("arn:aws:s3:::bucket")]
    public void Nobody_in_particular_cannot_be_let_in(string principal)
    {
        var failure = Assert.Throws<PostureException>(() => SupportRoleOptions.Of([principal], "Support"));

        Assert.Equal(ErrorId.RepairOptionInvalid, failure.ErrorId);
    }

    private static RepairPlan Plan(LiveSupportRole live, SupportRoleOptions options, RepairPlace? place = null) =>
        Assert.Single(new SupportRoleRepair().Plan(place ?? RepairSamples.Place, live, [RepairSamples.Subject("1.20")], options));

    private static SettingReading Role(string? owner, string principal) => new(RepairState.Of(
        (RoleSetting.Owner, owner),
        ("AssumeRolePolicyDocument", RepairState.Parse($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"sts:AssumeRole"}]}"""))));
}
