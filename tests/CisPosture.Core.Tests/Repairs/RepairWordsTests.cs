using CisPosture.Repairs;

namespace CisPosture.Core.Tests.Repairs;

public sealed class RepairWordsTests
{
    private static readonly RepairStep Step = new()
    {
        Target = new RepairTarget("PasswordPolicy", "us-east-1", "AWS::::Account:111122223333"),
        Description = "Tighten the password policy",
        Call = new RepairCall("iam:UpdateAccountPasswordPolicy", RepairState.Empty),
        Before = RepairState.Of(("MinimumPasswordLength", 8), ("RequireNumbers", true)),
        After = RepairState.Of(("MinimumPasswordLength", 14), ("RequireNumbers", true), ("RequireSymbols", true)),
    };

    [Fact]
    public void A_step_says_what_changes_and_nothing_else() => Assert.Equal(
        "Tighten the password policy (iam:UpdateAccountPasswordPolicy): MinimumPasswordLength 8 → 14, RequireSymbols none → true",
        RepairWords.Action(Step));

    [Fact]
    public void A_target_names_account_Region_and_ARN_once()
    {
        Assert.Equal("account 111122223333 us-east-1", RepairWords.Target("111122223333", Step));
        Assert.Equal(
            "account 111122223333 eu-west-1 arn:aws:kms:eu-west-1:111122223333:key/1",
            RepairWords.Target("111122223333", Step with { Target = new RepairTarget("KeyRotation", "eu-west-1", "arn:aws:kms:eu-west-1:111122223333:key/1") }));
    }

    [Fact]
    public void What_cannot_be_undone_is_said_before_it_is_done() =>
        Assert.EndsWith(". This cannot be undone: Nobody knows the password.", RepairWords.Action(Step with { NotUndoable = "Nobody knows the password." }), StringComparison.Ordinal);

    [Fact]
    public void Long_values_are_shortened() =>
        Assert.InRange(RepairWords.Change(null, RepairState.Of(("Policy", new string('x', 500)))).Length, 1, 100);
}
