using CisPosture.Accounts;

namespace CisPosture.Tests.Commands;

public sealed class SelectionTests : CommandTests
{
    [Theory]
    [InlineData("Test-CisControl '1.9' -Quiet", false)]
    [InlineData("Test-CisControl '1.5' -Quiet", true)]
    [InlineData("Test-CisControl '1.5', '1.9' -Quiet", false)]
    public void Quiet_answers_only_whether_all_passed(string script, bool expected) =>
        Assert.Equal(expected, Assert.Single(Succeed(script).Output).BaseObject);

    [Fact]
    public void What_could_not_be_judged_has_not_passed()
    {
        Gateway.Deny(EvidenceKind.PasswordPolicy, SampleAccount.Denied("iam:GetAccountPasswordPolicy"));
        Assert.Equal(false, Assert.Single(Succeed("Test-CisControl '1.5' -Quiet").Output).BaseObject);
    }

    [Theory]
    [InlineData("Test-CisControl '4.?'", "4.1 4.2 4.3")]
    [InlineData("Test-CisControl -Id '4.*', '1.5' -ExcludeId '4.2', '4.3'", "1.5 4.1")]
    [InlineData("Test-CisControl 1.5, 1.9", "1.5 1.9")]
    [InlineData("Test-CisControl -Id 1.10", "1.10")]
    [InlineData("Get-CisControl -Id 4.* | Test-CisControl", "4.1 4.2 4.3")]
    [InlineData("Get-CisControl -Id 1.* | Test-CisControl -ExcludeId '1.1*', '1.2*', '1.3', '1.4'", "1.5 1.6 1.7 1.8 1.9")]
    public void Controls_are_chosen_by_number_or_pattern(string script, string expected)
    {
        var controls = Succeed(script).Findings.Select(finding => finding.ControlId).Distinct(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(' ', controls));
    }

    [Fact]
    public void All_43_controls_are_judged_where_none_is_named()
    {
        var run = Succeed("Test-CisControl");
        Assert.Equal(BenchmarkCatalogue.Current.Controls.Select(control => control.Id), run.Findings.Select(finding => finding.ControlId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_severity_chooses_its_controls_only()
    {
        var run = Succeed("Test-CisControl -Severity Critical");
        Assert.Equal(
            BenchmarkCatalogue.Current.Controls.Where(control => control.Severity == "Critical").Select(control => control.Id),
            run.Findings.Select(finding => finding.ControlId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_pipeline_judges_nothing()
    {
        Assert.Empty(Succeed("@() | Test-CisControl").Output);
        Assert.Empty(Gateway.Connections);
    }

    [Theory]
    [InlineData("Test-CisControl 'one'", ErrorId.ControlIdInvalid, "one")]
    [InlineData("Test-CisControl '4.1' -ExcludeId '4.[2]'", ErrorId.ControlIdInvalid, "4.[2]")]
    [InlineData("Test-CisControl '1.5.1'", ErrorId.ControlIdInvalid, "1.5.1")]
    [InlineData("Test-CisControl '1.15'", ErrorId.ControlNotFound, "1.15")]
    [InlineData("Test-CisControl '9.*'", ErrorId.ControlNotFound, "9.*")]
    [InlineData("Test-CisControl '1.5' -ExcludeId '1.*'", ErrorId.ControlNotFound, null)]
    [InlineData("Test-CisControl '1.5' -Severity Critical", ErrorId.ControlNotFound, null)]
    [InlineData("Test-CisControl '1.5' -ControlParameter @{ Nonsense = 1 }", ErrorId.ControlParameterUnknown, "Nonsense")]
    public async Task A_selection_that_cannot_be_meant_is_refused_before_anything_is_sent(string script, string errorId, string? target)
    {
        var error = await FailAsync(script);
        Assert.Equal(errorId, IdOf(error));
        Assert.Equal(target, error.TargetObject);
        Assert.Empty(Gateway.Connections);
    }
}
