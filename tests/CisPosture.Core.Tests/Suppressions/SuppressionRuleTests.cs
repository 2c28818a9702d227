using CisPosture.Core.Tests.Findings;
using CisPosture.Suppressions;

namespace CisPosture.Core.Tests.Suppressions;

public sealed class SuppressionRuleTests
{
    private static readonly DateTimeOffset Now = SampleFindings.Now;

    private static readonly CisFinding Finding = SampleFindings.Of("4.1", resourceId: "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1", region: "eu-west-1");

    [Theory]
    [InlineData("4.1")]
    [InlineData("4.*")]
    [InlineData("*")]
    [InlineData("4.1", "account", "111122223333")]
    [InlineData("4.1", "account", "1111*")]
    [InlineData("4.1", "region", "EU-*")]
    [InlineData("4.1", "resource", "*/sg-?")]
    [InlineData("4.1", "resource", "ARN:aws:ec2:eu-west-1:111122223333:security-group/sg-1")]
    public void A_rule_that_is_about_a_finding_accepts_it(string control, string? field = null, string? pattern = null)
    {
        var applied = Rules(Rule(control, field, pattern)).Apply(Finding, Now);
        Assert.Equal("Failed", applied.Status);
        Assert.Equal(new CisSuppression { Reason = "Known.", Owner = "ops", Expires = "2026-12-31", Path = "rules.json", Line = 7 }, applied.Suppression);
    }

    [Theory]
    [InlineData("4.2")]
    [InlineData("3.*")]
    [InlineData("4.1", "account", "999*")]
    [InlineData("4.1", "region", "us-*")]
    [InlineData("4.1", "resource", "sg-1")]
    [InlineData("4.1", "resource", "*/sg-1?")]
    public void Any_other_rule_does_not(string control, string? field = null, string? pattern = null) =>
        Assert.Null(Rules(Rule(control, field, pattern)).Apply(Finding, Now).Suppression);

    [Theory]
    [InlineData("Failed", true)]
    [InlineData("Warning", true)]
    [InlineData("NotAvailable", true)]
    [InlineData("Passed", false)]
    public void What_passed_needs_no_rule(string status, bool isAccepted) =>
        Assert.Equal(isAccepted, Rules(Rule("4.1")).Apply(Finding with { Status = status }, Now).Suppression is not null);

    [Fact]
    public void The_first_of_several_rules_counts()
    {
        var rules = Rules(Rule("4.2"), Rule("4.1") with { Line = 20 }, Rule("4.*") with { Line = 30 });
        Assert.Equal(20, rules.Apply(Finding, Now).Suppression!.Line);
    }

    // A day holds to its end in UTC.
    [Theory]
    [InlineData("2026-06-15", "2026-06-15T23:59:59Z", true)]
    [InlineData("2026-06-15", "2026-06-16T00:00:00Z", false)]
    [InlineData("2026-06-14", "2026-06-15T12:00:00Z", false)]
    [InlineData("2026-06-15T12:00Z", "2026-06-15T11:59:59Z", true)]
    [InlineData("2026-06-15T12:00Z", "2026-06-15T12:00:00Z", false)]
    [InlineData("2026-06-15T14:00:00+02:00", "2026-06-15T12:00:00Z", false)]
    [InlineData("never", "9999-12-31T23:59:59Z", true)]
    [InlineData("Never", "9999-12-31T23:59:59Z", true)]
    public void A_rule_holds_until_its_end(string expires, string now, bool holds)
    {
        var rules = Rules(Rule("4.1", expires: expires));
        var time = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(holds, rules.Apply(Finding, time).Suppression is not null);
        Assert.Equal(holds, rules.Expired(time).Count == 0);
    }

    [Fact]
    public void A_rule_that_expired_yesterday_is_named_with_file_line_and_owner()
    {
        var expired = Assert.Single(Rules(Rule("4.1", expires: "2026-06-14")).Expired(Now));
        Assert.Equal("Suppression rules.json:7 (owner: ops) expired on 2026-06-14; what it accepted counts again. Mend it, or set a new day.", expired.Message);
    }

    [Fact]
    public void A_rule_that_accepts_nothing_is_named_where_the_scan_was_about_it()
    {
        var rules = Rules(
            Rule("4.1", "region", "us-*"),
            Rule("4.1", "account", "999*") with { Line = 20 },
            Rule("4.2") with { Line = 30 },
            Rule("4.1") with { Line = 40 },
            Rule("4.1", expires: "2020-01-01") with { Line = 50 });
        rules.Apply(Finding, Now);
        var unused = Assert.Single(rules.Unused([ControlId.Parse("4.1")], Now));
        Assert.Equal(7, unused.Line);
        Assert.Contains("rules.json:7 (owner: ops) accepts nothing", unused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("control", "9.9", "9.9")]
    [InlineData("control", "four", "'four'")]
    [InlineData("control", " ", "control is empty")]
    [InlineData("account", "my-account", "account is 'my-account'")]
    [InlineData("region", "eu west", "region is 'eu west'")]
    [InlineData("reason", "", "reason is empty")]
    [InlineData("expires", "tomorrow", "expires is 'tomorrow'")]
    [InlineData("expires", "2026-02-30", "expires is '2026-02-30'")]
    [InlineData("expires", "2026-12-31T18:00", "expires is '2026-12-31T18:00'")]
    [InlineData("expires", "31.12.2026", "expires is '31.12.2026'")]
    [InlineData("resorce", "x", "'resorce' is no entry of a rule; known are control, account")]
    public void A_rule_with_something_wrong_is_not_applied_and_named_with_its_line(string field, string text, string problem)
    {
        var fields = Rule("4.1").Fields!.Where(known => known.Name != field).Append(new SuppressionField(field, [text], 9)).ToList();
        var rules = Rules(new SuppressionEntry(7, fields));
        var reported = Assert.Single(rules.Problems);
        Assert.Equal(9, reported.Line);
        Assert.StartsWith("Suppression rules.json:9 is not applied: ", reported.Message, StringComparison.Ordinal);
        Assert.Contains(problem, reported.Message, StringComparison.Ordinal);
        Assert.Null(rules.Apply(Finding, Now).Suppression);
    }

    [Theory]
    [InlineData("control")]
    [InlineData("reason")]
    [InlineData("expires")]
    public void What_a_rule_must_have_is_asked_for_at_its_beginning(string field)
    {
        var rules = Rules(new SuppressionEntry(7, [.. Rule("4.1").Fields!.Where(known => known.Name != field)]));
        var reported = Assert.Single(rules.Problems);
        Assert.Equal(7, reported.Line);
        Assert.Contains($"it has no {field};", reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_file_is_named_and_sound_rules_are_applied()
    {
        var twice = new SuppressionEntry(30, [.. Rule("4.1").Fields!, new SuppressionField("Reason", ["Again."], 33)]);
        var rules = Rules(new SuppressionEntry(3, Fields: null), Rule("4.1"), twice);
        Assert.Equal([3, 33], rules.Problems.Select(problem => problem.Line));
        Assert.NotNull(rules.Apply(Finding, Now).Suppression);
    }

    [Fact]
    public void Several_patterns_may_stand_in_one_rule()
    {
        var fields = new SuppressionField[]
        {
            new("control", ["4.2", "4.1"], 1), new("region", ["us-*", "eu-*"], 2), new("reason", ["Known."], 3), new("expires", ["never"], 4),
        };
        var suppression = Rules(new SuppressionEntry(1, fields)).Apply(Finding, Now).Suppression;
        Assert.Equal("Known. (until never)", suppression!.ToString());
    }

    private static SuppressionEntry Rule(string control, string? field = null, string? pattern = null, string expires = "2026-12-31")
    {
        List<SuppressionField> fields = [new("control", [control], 7), new("reason", ["Known."], 8), new("owner", ["ops"], 9), new("expires", [expires], 10)];
        if (field is not null)
        {
            fields.Add(new SuppressionField(field, [pattern!], 11));
        }

        return new SuppressionEntry(7, fields);
    }

    private static SuppressionSet Rules(params SuppressionEntry[] entries) => SuppressionRuleReader.Read("rules.json", entries);
}
