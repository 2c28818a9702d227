using System.Management.Automation;

namespace CisPosture.Tests.Repairs;

/// <summary>Whatever a finding has been through, it is mended; what needs no mending sends nothing.</summary>
public sealed class RepairInputTests
{
    private const string Own = "@{ ControlId = '1.9'; AccountId = '111122223333'; Region = 'us-east-1'; ResourceId = 'AWS::::Account:111122223333'; Status = 'Failed' }";

    private const string SecurityHub = """
        @{ SchemaVersion = '2018-10-08'; AwsAccountId = '111122223333'; Region = 'us-east-1'
           GeneratorId = 'arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.9'
           Resources = @([pscustomobject]@{ Type = 'AwsAccount'; Id = 'AWS::::Account:111122223333' })
           Compliance = [pscustomobject]@{ Status = 'FAILED' }; Workflow = [pscustomobject]@{ Status = 'NEW' } }
        """;

    private const string SecurityHubByControl = """
        @{ AwsAccountId = '111122223333'; Region = 'us-east-1'; GeneratorId = 'security-control/IAM.15'
           Resources = @(@{ Type = 'AwsAccount'; Id = 'AWS::::Account:111122223333' }); Compliance = @{ Status = 'FAILED'; SecurityControlId = 'IAM.15' } }
        """;

    [Theory]
    [InlineData("Test-CisControl @Live -Id '1.9'")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Test-CisControl @Live -Id '1.9')))")]
    [InlineData("[pscustomobject]" + Own)]
    [InlineData(Own)]
    [InlineData("[pscustomobject]" + SecurityHub)]
    [InlineData(SecurityHub)]
    [InlineData(SecurityHubByControl)]
    public async Task A_finding_is_mended_whatever_form_it_comes_in(string finding)
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{finding} | Repair-CisPasswordPolicy @Live @Journals -Force");

        var mended = Assert.Single(repair.Findings);
        Assert.Equal(("1.9", "Passed", "Changed"), (mended.ControlId, mended.Status, mended.Repair?.Outcome));
        Assert.Equal(["1.9"], Assert.Single(mended.Repair!.Steps).ControlIds);
        var scanned = session.Succeed("Test-CisControl @Live -Id '1.9'");
        Assert.Equal(Assert.Single(scanned.Findings).FindingId, mended.FindingId);
    }

    [Theory]
    [InlineData("-ReplacementCidr 0.0.0.0/0")]
    [InlineData("-AssumedBy everybody")]
    [InlineData("-TopicArn alarms")]
    [InlineData("-ReplacementPolicyArn PowerUserAccess")]
    [InlineData("-SubscriberEndpoint nobody")]
    public async Task A_value_that_no_repair_could_take_is_noticed_whatever_findings_come(string parameter)
    {
        await using var session = await RepairSession.StartAsync();

        var run = session.Run($"{Own} | Repair-CisFinding @Live @Journals -Force {parameter}");

        var error = run.Failure ?? Assert.Single(run.Errors);
        Assert.StartsWith(ErrorId.RepairOptionInvalid, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(parameter.Split(' ')[0], error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(0, session.Sandbox.Requests.Total);
    }

    [Fact]
    public async Task A_mended_finding_survives_jobs_and_files_with_its_steps()
    {
        await using var session = await RepairSession.StartAsync();

        var back = session.Succeed(
            $"$mended = {Own} | Repair-CisPasswordPolicy @Live @Journals -Force; [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($mended))");

        var repair = (PSObject)Assert.Single(back.Output).Properties["Repair"].Value;
        Assert.Equal("Changed", repair.Properties["Outcome"].Value);
        var step = ((System.Collections.IEnumerable)((PSObject)repair.Properties["Steps"].Value).BaseObject).Cast<PSObject>().Single();
        Assert.Equal("iam:UpdateAccountPasswordPolicy", step.Properties["Operation"].Value);
        Assert.Contains("\"MinimumPasswordLength\":14", step.Properties["After"].Value.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$finding.Status = 'Passed'", RepairReasonCode.NotFailed)]
    [InlineData("$finding.Status = 'Warning'", RepairReasonCode.NotFailed)]
    [InlineData("$finding.Suppression = [pscustomobject]@{ Reason = 'Known.' }", RepairReasonCode.Suppressed)]
    [InlineData("$finding.Workflow = @{ Status = 'SUPPRESSED' }", RepairReasonCode.Suppressed)]
    public async Task What_needs_no_mending_comes_out_as_it_is_and_sends_nothing(string change, string reasonCode)
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"$finding = {Own}; {change}; $finding | Repair-CisPasswordPolicy @Live @Journals -Force");

        Assert.Equal(("Skipped", reasonCode), (Assert.Single(repair.Findings).Repair?.Outcome, repair.Findings[0].Repair?.ReasonCode));
        Assert.Equal(0, session.Sandbox.Requests.Total);
    }

    [Fact]
    public async Task A_finding_of_another_account_is_refused_and_the_others_are_mended()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Run($"$other = {Own}; $other.AccountId = '444455556666'; $other, {Own} | Repair-CisPasswordPolicy @Live @Journals -Force");

        Assert.StartsWith(ErrorId.FindingOfOtherAccount, Assert.Single(repair.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(
            [("444455556666", "Skipped"), ("111122223333", "Changed")],
            repair.Findings.Select(finding => (finding.AccountId, finding.Repair?.Outcome)));
    }

    [Fact]
    public async Task A_finding_that_another_cmdlet_mends_is_refused_with_its_name()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Run($"$other = {Own}; $other.ControlId = '2.8'; $other | Repair-CisPasswordPolicy @Live @Journals -Force");

        var error = Assert.Single(repair.Errors);
        Assert.StartsWith(ErrorId.FindingNotRepairable, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Repair-CisKeyRotation", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Repair-CisKeyRotation", Assert.Single(repair.Findings).Repair?.NextCommand);
        Assert.Equal(0, session.Sandbox.Requests.Total);
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.12")]
    [InlineData("1.13")]
    [InlineData("1.14")]
    public async Task What_takes_a_person_comes_out_of_RepairCisFinding_with_its_guidance(string control)
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"$manual = {Own}; $manual.ControlId = '{control}'; $manual | Repair-CisFinding @Live @Journals -Force");

        var skipped = Assert.Single(repair.Findings);
        Assert.Equal(("Skipped", RepairReasonCode.Manual), (skipped.Repair?.Outcome, skipped.Repair?.ReasonCode));
        Assert.Contains("Guidance", skipped.Repair!.Reason, StringComparison.Ordinal);
        Assert.Equal(BenchmarkCatalogue.Current[control].Guidance, skipped.Guidance);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Name = 'no finding' }", "ControlId")]
    [InlineData("@{ ControlId = '1.9' }", "AccountId")]
    [InlineData("@{ ControlId = '1.9'; AccountId = '111122223333'; Region = 'us-east-1'; ResourceId = 'x'; Status = 'Open' }", "Status")]
    [InlineData("'text'", "ControlId")]
    public async Task What_is_no_finding_is_told_by_what_it_lacks(string input, string member)
    {
        await using var session = await RepairSession.StartAsync();

        var error = Assert.Single(session.Run($"{input} | Repair-CisFinding @Live @Journals -Force").Errors);

        Assert.StartsWith(ErrorId.FindingInvalid, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(member, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, session.Sandbox.Requests.Total);
    }

    [Fact]
    public async Task A_finding_that_comes_twice_is_mended_once()
    {
        await using var session = await RepairSession.StartAsync();
        Assert.Single(session.Succeed($"$finding = Test-CisControl @Live -Id '1.9'; $finding, $finding, {Own} | Repair-CisPasswordPolicy @Live @Journals -Force").Findings);
        Assert.Equal(1, session.Sandbox.Requests.Writes);
    }

    [Fact]
    public async Task An_empty_pipeline_sends_nothing()
    {
        await using var session = await RepairSession.StartAsync();
        Assert.Empty(session.Succeed("@() | Repair-CisFinding @Live @Journals -Force").Output);
        Assert.Equal(0, session.Sandbox.Requests.Total);
    }

    [Fact]
    public async Task The_users_own_threshold_is_reached_and_judged_by()
    {
        await using var session = await RepairSession.StartAsync();

        var repair = session.Succeed($"{Own} | Repair-CisPasswordPolicy @Live @Journals -Force -ControlParameter @{{ '1.9' = @{{ MinimumPasswordLength = 20 }} }}");

        Assert.Equal("Passed", Assert.Single(repair.Findings).Status);
        Assert.Equal(20, session.Sandbox.Account.Iam.PasswordPolicy?.MinimumPasswordLength);
    }
}
