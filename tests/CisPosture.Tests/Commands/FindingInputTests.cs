using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using CisPosture.Commands;
using CisPosture.Tests.Engine;
using CisPosture.Tests.Views;

namespace CisPosture.Tests.Commands;

/// <summary>What jobs, remoting and files leave of a finding is the finding.</summary>
public sealed class FindingInputTests
{
    private static readonly CisFinding Finding = SampleFinding.Of("3.10", "Critical", "arn:aws:iam::111122223333:user/alice") with
    {
        ObservedAt = new DateTimeOffset(2026, 6, 15, 12, 0, 0, 123, TimeSpan.Zero),
        Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Names"] = new[] { "a", "b" } },
        Repair = new CisRepairResult
        {
            Outcome = "Changed",
            ReasonCode = "COMPLIANT",
            Reason = "Mended.",
            JournalId = "run",
            Steps =
            [
                new CisRepairStep
                {
                    Number = 3,
                    Description = "Turn it on",
                    Operation = "kms:EnableKeyRotation",
                    Parameters = "{}",
                    Region = "us-east-1",
                    ResourceId = "arn:key",
                    Change = "off → on",
                    Outcome = "Done",
                    ControlIds = ["2.8"],
                    Time = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero),
                },
            ],
        },
        Suppression = new CisSuppression { Reason = "Known.", Owner = "ops", Expires = "2026-12-31", Path = "rules.psd1", Line = 7 },
    };

    [Fact]
    public void A_fresh_finding_is_taken_as_it_is() => Assert.Same(Finding, FindingInput.Of(PSObject.AsPSObject(Finding)));

    // Jobs and remoting look one level deep, Export-Clixml two.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_finding_survives_a_job_and_a_file(int depth)
    {
        using var session = ModuleSession.Open();
        var run = session.Run(
            "$text = [System.Management.Automation.PSSerializer]::Serialize($args[0], $args[1]); [System.Management.Automation.PSSerializer]::Deserialize($text)", Finding, depth);
        var again = FindingInput.Of(Assert.Single(run.Output));
        Assert.Equal(JsonSerializer.Serialize(Finding), JsonSerializer.Serialize(again));
    }

    [Fact]
    public void A_finding_of_ConvertFrom_Json_is_taken()
    {
        var parsed = new PSObject();
        foreach (var member in typeof(CisFinding).GetProperties())
        {
            parsed.Properties.Add(new PSNoteProperty(member.Name, member.Name == nameof(CisFinding.Evidence) ? Facts() : member.GetValue(Finding)));
        }

        Assert.Equal(JsonSerializer.Serialize(Finding), JsonSerializer.Serialize(FindingInput.Of(parsed)));
    }

    [Fact]
    public void A_text_of_a_time_is_a_time()
    {
        var parsed = PSObject.AsPSObject(new Hashtable());
        foreach (var member in typeof(CisFinding).GetProperties())
        {
            parsed.Properties.Add(new PSNoteProperty(member.Name, member.Name == nameof(CisFinding.ObservedAt) ? "2026-06-15T12:00:00.123Z" : member.GetValue(Finding)));
        }

        Assert.Equal(Finding.ObservedAt, FindingInput.Of(parsed).ObservedAt);
    }

    [Theory]
    [InlineData("Status", "Open")]
    [InlineData("ControlId", null)]
    [InlineData("ObservedAt", null)]
    [InlineData("ObservedAt", "yesterday")]
    public void An_object_that_lacks_what_a_finding_has_is_refused_by_name(string name, string? value)
    {
        var parsed = new PSObject();
        foreach (var member in typeof(CisFinding).GetProperties())
        {
            parsed.Properties.Add(new PSNoteProperty(member.Name, member.Name == name ? value : member.GetValue(Finding)));
        }

        var error = Assert.Throws<PostureException>(() => FindingInput.Of(parsed));
        Assert.Equal(ErrorId.FindingInvalid, error.ErrorId);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static PSObject Facts()
    {
        var facts = new PSObject();
        facts.Properties.Add(new PSNoteProperty("Names", new object[] { "a", "b" }));
        return facts;
    }
}
