using CisPosture.Findings;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

/// <summary>Sort-Object and Group-Object, which only a whole PowerShell has.</summary>
public sealed class SortingTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public SortingTests()
    {
        using var file = File.Create(_path);
        FindingFile.Write(
            file,
            [SampleFinding.Of("1.20", "Low"), SampleFinding.Of("1.10", "Critical"), SampleFinding.Of("3.1", "High"), SampleFinding.Of("1.2"), SampleFinding.Of("1.2", resourceId: "arn:aws:s3:::b")],
            isIndented: false);
    }

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Control_ids_sort_by_number_and_severities_by_weight_wherever_they_are_sorted()
    {
        Pwsh.SkipUnlessThere();

        var lines = await PwshRun.LinesOfAsync($$"""
            $findings = Get-CisFinding '{{_path}}'
            "$(($findings | Sort-Object ControlId).ControlId)"
            "$(($findings | Sort-Object ControlId -Descending | Select-Object -ExpandProperty ControlId -Unique))"
            "$(($findings | Sort-Object Severity -Descending).Severity)"
            "$(($findings | Group-Object ControlId).Name)"
            "$(($findings | Group-Object ControlId | Sort-Object { $_.Values[0] } -Descending).Name)"
            "$(($findings | Group-Object Severity).Name)"
            "$((Get-CisControl '1.20', '1.10', '1.2', '1.9' | Sort-Object Id -Descending).Id)"
            "$((($findings | Measure-CisFinding).Verdicts | Sort-Object ControlId -Descending).ControlId)"
            ($findings | Sort-Object ControlId | Format-Table | Out-String -Width 100).Trim() -split '\r?\n' | ForEach-Object { ($_ -split ' +')[2] }
            """);

        Assert.Equal(
            [
                "1.2 1.2 1.10 1.20 3.1",
                "3.1 1.20 1.10 1.2",
                "Critical High Medium Medium Low",
                "1.2 1.10 1.20 3.1",
                "3.1 1.20 1.10 1.2",
                "Low Medium High Critical",
                "1.20 1.10 1.9 1.2",
                "3.1 1.20 1.10 1.2",
                "Id", "--", "1.2", "1.2", "1.10", "1.20", "3.1",
            ],
            lines);
    }

    [Theory]
    [InlineData("$args[0]", "Failed Medium 1.2 us-east-1 AWS::::Account:111122223333: A reason.")]
    [InlineData("$args[0].ControlId", "1.2")]
    [InlineData("$args[0].Severity", "Medium")]
    [InlineData("$args[1]", "Failed Medium 1.2 us-east-1 arn:aws:iam::111122223333:user/division/alice: The user has a console password but no MFA device. (accepted until 2026-12-31)")]
    [InlineData("$args[1].Suppression", "Break-glass user, its password lies in the safe. (security, until 2026-12-31)")]
    [InlineData("$args[2]", "NotJudged Critical 2.8 ap-southeast-1 arn:aws:kms:ap-southeast-1:111122223333:key/1a2b3c4d-0000-4000-8000-000000000007: AWS denied kms:GetKeyRotationStatus in ap-southeast-1; grant kms:GetKeyRotationStatus.")]
    [InlineData("$args[3]", "20260301T120000Z-0123abcd Repair-CisFinding Incomplete, 2 steps")]
    [InlineData("$args[3].Steps[0]", "Done: Tighten the password policy (iam:UpdateAccountPasswordPolicy us-east-1) MinimumPasswordLength 8 → 14")]
    [InlineData("$args[4]", @"Failed High 4.1 eu-west-1 arn:aws:ec2:eu-west-1:111122223333:security-group/x\u001B]0;owned\u0007\u001B[2J\u009B31m\u202Egpj y: The group x\u001B]0;owned\u0007\u001B[2J\u009B31m\u202Egpj y lets the world in.")]
    [InlineData("(Get-CisControl 1.2)", "1.2 Ensure multi-factor authentication (MFA) is enabled for all IAM users that have a console password")]
    [InlineData("(Get-CisControl 1.3).Parameters[0]", "MaxCredentialUsageAge = 90")]
    [InlineData("($args[0] | Measure-CisFinding)", "1 control: 0 passed, 1 failed, 0 unknown. Score 0 %.")]
    [InlineData("($args[0] | Measure-CisFinding).Verdicts[0]", "1.2 Failed: 1 failed")]
    public void Objects_in_a_text_say_what_they_are(string expression, string text)
    {
        using var session = ModuleSession.Open();

        var run = session.Run($"\"$({expression})\"", SampleFinding.Of("1.2"), ScreenSamples.Accepted, ScreenSamples.Changes[3], ScreenSamples.Repairs[0], ScreenSamples.Findings[6]);

        Assert.Null(run.Failure);
        Assert.Equal(text, Assert.Single(run.Output).BaseObject);
    }
}
