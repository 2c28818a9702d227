using System.Collections;
using CisPosture.Accounts;

namespace CisPosture.Core.Tests.Controls.Identity;

/// <summary>1.5 to 1.11.</summary>
public sealed class PasswordPolicyControlTests
{
    private static readonly PasswordPolicy Exemplary = new()
    {
        RequireUppercaseCharacters = true,
        RequireLowercaseCharacters = true,
        RequireSymbols = true,
        RequireNumbers = true,
        MinimumPasswordLength = 14,
        PasswordReusePrevention = 24,
        ExpirePasswords = true,
        MaxPasswordAge = 90,
    };

    public static TheoryData<string> Controls => ["1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11"];

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_policy_that_meets_everything_passes(string control)
    {
        var finding = Judge(control, Exemplary);

        Assert.Equal((nameof(FindingStatus.Passed), ReasonCode.Compliant, "AwsAccount", "us-east-1"), (finding.Status, finding.ReasonCode, finding.ResourceType, finding.Region));
        Assert.Equal(true, finding.Evidence["PolicyIsSet"]);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void An_account_without_a_policy_of_its_own_fails(string control)
    {
        var finding = Judge(control, new PasswordPolicy { IsSet = false });

        Assert.Equal((nameof(FindingStatus.Failed), "The account has no password policy of its own."), (finding.Status, finding.Reason));
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void An_account_without_IAM_users_fails_all_the_same(string control)
    {
        var evidence = Account(new PasswordPolicy { IsSet = false }) with { Users = Evidence.Of<IReadOnlyList<IamUser>>([]) };

        Assert.Equal("Failed", Judging.JudgeOne(control, evidence).Status);
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_policy_of_which_AWS_sent_no_member_fails(string control) => Assert.Equal("Failed", Judge(control, new PasswordPolicy()).Status);

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_denied_policy_is_neither_passed_nor_failed(string control)
    {
        var evidence = Judging.Account() with { PasswordPolicy = Evidence.Missing<PasswordPolicy>(Judging.Denied("iam:GetAccountPasswordPolicy")) };

        var finding = Judging.JudgeOne(control, evidence);

        Assert.Equal((nameof(FindingStatus.NotAvailable), ReasonCode.AccessDenied), (finding.Status, finding.ReasonCode));
        Assert.Equal("iam:GetAccountPasswordPolicy", finding.Evidence["MissingPermission"]);
    }

    [Theory]
    [InlineData("1.5", "an uppercase letter")]
    [InlineData("1.6", "a lowercase letter")]
    [InlineData("1.7", "a symbol")]
    [InlineData("1.8", "a number")]
    public void Each_kind_of_character_is_judged_by_its_own_setting(string control, string what)
    {
        var none = Exemplary with { RequireUppercaseCharacters = false, RequireLowercaseCharacters = false, RequireSymbols = false, RequireNumbers = false };
        var only = control switch
        {
            "1.5" => none with { RequireUppercaseCharacters = true },
            "1.6" => none with { RequireLowercaseCharacters = true },
            "1.7" => none with { RequireSymbols = true },
            _ => none with { RequireNumbers = true },
        };

        Assert.Equal(("Passed", $"The password policy requires {what}."), Answer(control, only));
        Assert.Equal(("Failed", $"The password policy does not require {what}."), Answer(control, none));
    }

    [Theory]
    [InlineData(13, "Failed")]
    [InlineData(14, "Passed")]
    [InlineData(128, "Passed")]
    [InlineData(6, "Failed")]
    [InlineData(null, "Failed")]
    public void Fourteen_characters_pass(int? length, string status)
    {
        var finding = Judge("1.9", Exemplary with { MinimumPasswordLength = length });

        Assert.Equal(status, finding.Status);
        Assert.Equal($"The password policy asks for {length ?? 0} characters; at least 14 are wanted.", finding.Reason);
        Assert.Equal(length, finding.Evidence["MinimumPasswordLength"]);
    }

    [Theory]
    [InlineData(24, "Passed")]
    [InlineData(23, "Failed")]
    [InlineData(1, "Failed")]
    [InlineData(25, "Failed")]
    [InlineData(null, "Failed")]
    public void Exactly_24_remembered_passwords_pass(int? remembered, string status) =>
        Assert.Equal(status, Judge("1.10", Exemplary with { PasswordReusePrevention = remembered }).Status);

    [Theory]
    [InlineData(true, 90, "Passed")]
    [InlineData(true, 1, "Passed")]
    [InlineData(true, 91, "Failed")]
    [InlineData(true, 180, "Failed")]
    [InlineData(true, 0, "Failed")]
    [InlineData(true, null, "Failed")]
    [InlineData(false, 90, "Failed")]
    [InlineData(false, null, "Failed")]
    public void Passwords_must_expire_within_1_to_90_days(bool expires, int? age, string status) =>
        Assert.Equal(status, Judge("1.11", Exemplary with { ExpirePasswords = expires, MaxPasswordAge = age }).Status);

    [Fact]
    public void An_age_of_zero_reads_as_never()
    {
        var finding = Judge("1.11", Exemplary with { MaxPasswordAge = 0 });

        Assert.Equal("Passwords never expire; at most 90 days are wanted.", finding.Reason);
    }

    [Fact]
    public void Hard_expiry_does_not_stand_in_for_an_age() =>
        Assert.Equal("Failed", Judge("1.11", Exemplary with { HardExpiry = true, ExpirePasswords = false, MaxPasswordAge = null }).Status);

    [Theory]
    [InlineData("1.9", "MinimumPasswordLength", 15, "Failed")]
    [InlineData("1.9", "MinimumPasswordLength", 8, "Passed")]
    [InlineData("1.10", "PasswordReusePrevention", 12, "Passed")]
    [InlineData("1.11", "MaxPasswordAge", 60, "Failed")]
    [InlineData("1.11", "MaxPasswordAge", 180, "Passed")]
    public void The_thresholds_can_be_set(string control, string parameter, int value, string status) =>
        Assert.Equal(status, Judging.JudgeOne(control, Account(Exemplary), parameters: new Hashtable { [parameter] = value }).Status);

    [Fact]
    public void All_seven_read_one_call() => Assert.All(
        Controls.Select(row => (string)row),
        control => Assert.Equal(
            [EvidenceKind.PasswordPolicy],
            new CisPosture.Controls.ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false).Reads(BenchmarkCatalogue.Current[control])));

    private static (string Status, string Reason) Answer(string control, PasswordPolicy policy)
    {
        var finding = Judge(control, policy);
        return (finding.Status, finding.Reason);
    }

    private static CisFinding Judge(string control, PasswordPolicy policy) => Judging.JudgeOne(control, Account(policy));

    private static AccountEvidence Account(PasswordPolicy policy) => Judging.Account() with { PasswordPolicy = Evidence.Of(policy) };
}
