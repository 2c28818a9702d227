using System.Collections;
using System.Text.RegularExpressions;
using static CisPosture.Core.Tests.Controls.Monitoring.AlarmChains;

namespace CisPosture.Core.Tests.Controls.Monitoring;

/// <summary>How the controls take the patterns of metric filters: what all share, and what is particular to each.</summary>
public sealed class FilterPatternJudgingTests
{
    private static readonly Hashtable Exact = new() { ["PatternMode"] = "Exact" };
    private static readonly Hashtable AtLeast = new() { ["PatternMode"] = "AtLeast" };
    private static readonly Hashtable AcceptLater = new() { ["AcceptLaterPatterns"] = true };

    private static readonly Regex PlainWord = new(@"=(?<word>[A-Za-z.]+)\)", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex EventName = new(@"=""?[*A-Za-z]+[*""]*\)", RegexOptions.None, TimeSpan.FromSeconds(1));

    private const string RootUsage = """{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }""";

    public static TheoryData<string> EveryControl() => [.. ControlIds];

    public static TheoryData<string> ControlsOfEventNames() => [.. ControlIds.Where(control => Pattern(control).Contains(") || (", StringComparison.Ordinal))];

    public static TheoryData<string> ControlsWithLaterPatterns() => [.. ControlIds.Where(control => BenchmarkCatalogue.Current[control].LaterFilterPatterns.Count > 0)];

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void The_benchmarks_own_text_passes_in_every_mode(string control)
    {
        Assert.Equal("Passed", Judge(control, Pattern(control)).Status);
        Assert.Equal("Passed", Judge(control, Pattern(control), Exact).Status);
        Assert.Equal("Passed", Judge(control, Pattern(control), AtLeast).Status);
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Blanks_and_newlines_do_not_count(string control)
    {
        var spread = Pattern(control).Replace("&&", "\n  &&\t", StringComparison.Ordinal).Replace("||", "\r\n||  ", StringComparison.Ordinal).Replace("=", " = ", StringComparison.Ordinal).Replace("! =", "!=", StringComparison.Ordinal);

        Assert.Equal("Passed", Judge(control, spread).Status);
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, spread, Exact).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Extra_brackets_do_not_count(string control) =>
        Assert.Equal("Passed", Judge(control, $"{{(({Pattern(control)[1..^1]}))}}").Status);

    [Theory]
    [MemberData(nameof(ControlsOfEventNames))]
    public void Quotes_on_plain_words_do_not_count(string control)
    {
        var pattern = Pattern(control);
        var quoted = PlainWord.Replace(pattern, "=\"${word}\")");

        Assert.Equal("Passed", Judge(control, quoted).Status);
    }

    [Theory]
    [MemberData(nameof(ControlsOfEventNames))]
    public void The_order_does_not_count(string control)
    {
        var inner = Pattern(control)[1..^1];
        var (head, list) = inner.Contains("&&", StringComparison.Ordinal) ? (inner[..(inner.IndexOf("&&", StringComparison.Ordinal) + 2)], inner[(inner.IndexOf("&&", StringComparison.Ordinal) + 2)..].Trim()[1..^1]) : ("", inner);
        var reversed = string.Join(" || ", list.Split(" || ").Reverse());

        Assert.Equal("Passed", Judge(control, head.Length > 0 ? $"{{{head} ({reversed})}}" : $"{{{reversed}}}").Status);
    }

    [Theory]
    [MemberData(nameof(ControlsOfEventNames))]
    public void A_missing_event_fails_in_every_mode(string control)
    {
        var pattern = Pattern(control);
        var lacking = pattern[..pattern.LastIndexOf(" || ", StringComparison.Ordinal)] + new string(')', pattern.EndsWith("))}", StringComparison.Ordinal) ? 1 : 0) + "}";

        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, lacking).ReasonCode);
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, lacking, AtLeast).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(ControlsOfEventNames))]
    public void And_in_place_of_or_fails_in_every_mode(string control)
    {
        var swapped = Pattern(control).Replace("||", "&&", StringComparison.Ordinal);

        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, swapped).ReasonCode);
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, swapped, AtLeast).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Or_in_place_of_and_or_the_other_way_round_fails(string control)
    {
        var pattern = Pattern(control);
        var swapped = pattern.Contains("&&", StringComparison.Ordinal) ? pattern.Replace("&&", "||", StringComparison.Ordinal) : pattern.Replace("||", "&&", StringComparison.Ordinal);

        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, swapped).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(ControlsOfEventNames))]
    public void Lower_case_event_names_fail(string control)
    {
        var lower = EventName.Replace(Pattern(control), match => match.Value.ToLowerInvariant());

        Assert.NotEqual(Pattern(control), lower);
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, lower).ReasonCode);
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, lower, AtLeast).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void A_narrowing_condition_fails_in_every_mode(string control)
    {
        var narrowed = $"{{({Pattern(control)[1..^1]}) && ($.sourceIPAddress != 192.0.2.1)}}";

        var finding = Judge(control, narrowed);

        Assert.Equal(ReasonCode.MetricFilterNotValid, finding.ReasonCode);
        Assert.Contains(finding.Notes, note => note.Contains("$.sourceIPAddress", StringComparison.Ordinal));
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, narrowed, AtLeast).ReasonCode);
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void An_extra_event_fails_as_Equivalent_and_passes_as_AtLeast_with_a_note(string control)
    {
        var widened = $"{{({Pattern(control)[1..^1]}) || ($.eventName = SomethingElse)}}";

        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, widened).ReasonCode);
        var finding = Judge(control, widened, AtLeast);
        Assert.Equal("Passed", finding.Status);
        Assert.Contains(finding.Notes, note => note.Contains("selects more events", StringComparison.Ordinal) && note.Contains("SomethingElse", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void The_pattern_of_another_control_fails_in_every_mode(string control)
    {
        foreach (var other in ControlIds.Where(other => Pattern(other) != Pattern(control)))
        {
            Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, Pattern(other), AtLeast).ReasonCode);
        }
    }

    [Fact]
    public void Other_words_for_the_same_pattern_pass_with_a_note()
    {
        var finding = Judge("3.3", RootUsage);

        Assert.Equal(["The pattern of metric filter cis-filter means what the benchmark's does; a literal reading would want the same text."], finding.Notes);
    }

    [Theory]
    [MemberData(nameof(ControlsWithLaterPatterns))]
    public void Later_editions_patterns_fail_unless_they_are_accepted(string control)
    {
        foreach (var later in BenchmarkCatalogue.Current[control].LaterFilterPatterns)
        {
            Assert.Equal(ReasonCode.MetricFilterNotValid, Judge(control, later).ReasonCode);
            var finding = Judge(control, later, AcceptLater);
            Assert.Equal("Passed", finding.Status);
            Assert.Contains("Metric filter cis-filter has the pattern of a later benchmark edition.", finding.Notes);
        }
    }

    [Theory]
    [MemberData(nameof(EveryControl))]
    public void Accepting_later_patterns_does_not_reject_the_benchmarks_own(string control) =>
        Assert.Equal("Passed", Judge(control, Pattern(control), AcceptLater).Status);

    [Fact]
    public void Patterns_of_later_editions_are_known_for_the_controls_that_changed() =>
        Assert.Equal(["3.1", "3.2", "3.4", "3.10", "3.13"], ControlsWithLaterPatterns().Select(row => row.Data));

    [Theory]
    [InlineData("3.1", """{ ($.errorCode = "UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }""", "Failed", "Failed")]
    [InlineData("3.1", """{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied") }""", "Failed", "Failed")]
    [InlineData("3.1", """{ ($.errorCode = "*UnauthorizedOperation*") || ($.errorCode = "AccessDenied*") }""", "Failed", "Passed")]
    [InlineData("3.1", """{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket") }""", "Failed", "Failed")]
    [InlineData("3.2", """{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed = "Yes") }""", "Failed", "Failed")]
    [InlineData("3.2", """{($.eventName=ConsoleLogin)&&($.additionalEventData.MFAUsed!=Yes)}""", "Passed", "Passed")]
    [InlineData("3.2", """{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") }""", "Failed", "Failed")]
    [InlineData("3.3", """{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }""", "Passed", "Passed")]
    [InlineData("3.3", """{ $.userIdentity.type = "Root" && ($.userIdentity.invokedBy   NOT    EXISTS && $.eventType != "AwsServiceEvent") }""", "Passed", "Passed")]
    [InlineData("3.3", """{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy EXISTS && $.eventType != "AwsServiceEvent" }""", "Failed", "Failed")]
    [InlineData("3.3", """{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }""", "Failed", "Passed")]
    [InlineData("3.5", """{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) || ($.eventName = PutEventSelectors) }""", "Failed", "Passed")]
    [InlineData("3.6", """{ ($.eventName = ConsoleLogin) && ($.errorMessage = Failed authentication) }""", "Failed", "Failed")]
    [InlineData("3.6", """{ ($.errorMessage = "Failed authentication") && ($.eventName = "ConsoleLogin") }""", "Passed", "Passed")]
    [InlineData("3.7", """{ ($.eventSource = kms.amazonaws.com) && ($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion) }""", "Failed", "Passed")]
    [InlineData("3.7", """{ ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName = "ScheduleKeyDeletion")) }""", "Passed", "Passed")]
    [InlineData("3.9", """{ ($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) || ($.eventName = PutConfigurationRecorder) }""", "Failed", "Passed")]
    public void Patterns_particular_to_a_control_are_judged_by_meaning(string control, string pattern, string equivalent, string atLeast)
    {
        Assert.Equal(equivalent, Judge(control, pattern).Status);
        Assert.Equal(atLeast, Judge(control, pattern, AtLeast).Status);
    }

    [Theory]
    [InlineData("3.4", "CreatePolicyVersion", "CreatePolicy")]
    [InlineData("3.4", "DeletePolicyVersion", "DeletePolicy")]
    [InlineData("3.11", "CreateNetworkAclEntry", "CreateNetworkAcl")]
    [InlineData("3.11", "DeleteNetworkAclEntry", "DeleteNetworkAcl")]
    [InlineData("3.13", "CreateRouteTable", "CreateRoute")]
    [InlineData("3.13", "DeleteRouteTable", "DeleteRoute")]
    [InlineData("3.13", "ReplaceRouteTableAssociation", "ReplaceRoute")]
    public void A_name_that_begins_another_name_does_not_stand_for_it(string control, string longer, string shorter)
    {
        var doubled = Pattern(control).Replace($"={longer})", $"={shorter})", StringComparison.Ordinal);

        var finding = Judge(control, doubled);

        Assert.Equal(ReasonCode.MetricFilterNotValid, finding.ReasonCode);
        Assert.Equal([$"missing: $.eventName = {longer}"], (string[])finding.Evidence["Differences"]!);
    }

    [Theory]
    [InlineData("3.8", "($.eventName=DeleteBucketAcl)")]
    [InlineData("3.12", "($.eventName=CreateNatGateway)")]
    [InlineData("3.13", "($.eventName=AssociateRouteTable)")]
    public void Events_that_the_benchmark_does_not_name_are_not_asked_for(string control, string condition)
    {
        Assert.DoesNotContain(condition, Pattern(control), StringComparison.Ordinal);
        Assert.Equal("Passed", Judge(control, Pattern(control)).Status);
    }

    [Theory]
    [InlineData("AttachClassicLinkVpc")]
    [InlineData("DetachClassicLinkVpc")]
    [InlineData("DisableVpcClassicLink")]
    [InlineData("EnableVpcClassicLink")]
    public void The_retired_ClassicLink_events_stay_mandatory_in_3_14(string name)
    {
        var lacking = Pattern("3.14").Replace($" || ($.eventName={name})", "", StringComparison.Ordinal);

        Assert.NotEqual(Pattern("3.14"), lacking);
        Assert.Equal(ReasonCode.MetricFilterNotValid, Judge("3.14", lacking).ReasonCode);
    }

    [Theory]
    [InlineData("3.5", "PutEventSelectors")]
    [InlineData("3.8", "public access blocks")]
    [InlineData("3.9", "DeleteConfigurationRecorder")]
    [InlineData("3.10", "ModifySecurityGroupRules")]
    public void What_the_benchmarks_pattern_overlooks_is_noted_where_it_passes(string control, string blindSpot)
    {
        Assert.Contains(Judge(control, Pattern(control)).Notes, note => note.Contains(blindSpot, StringComparison.Ordinal));
        Assert.DoesNotContain(Judge(control, "{ $.a = b }").Notes, note => note.Contains("does not select", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_filter_for_the_blind_spot_keeps_the_first_exact()
    {
        var account = Complete("3.10").WithFilters(
            Region,
            Filter(Trails.SampleTrails.Complete(), "{ $.eventName = ModifySecurityGroupRules }", "blind-spot"),
            Filter(Trails.SampleTrails.Complete(), Pattern("3.10")));

        Assert.Equal(("Passed", "cis-filter"), (Judging.JudgeOne("3.10", account).Status, Judging.JudgeOne("3.10", account).Evidence["MetricFilter"]));
    }

    [Theory]
    [InlineData("3.1", "CIS-3.1-UnauthorizedAPICalls")]
    [InlineData("3.2", "CIS-3.2-ConsoleSigninWithoutMFA")]
    [InlineData("3.3", "RootAccountUsage")]
    [InlineData("3.4", "CIS-3.4-IAMPolicyChanges")]
    [InlineData("3.5", "CIS-3.5-CloudTrailChanges")]
    [InlineData("3.6", "CIS-3.6-ConsoleAuthenticationFailure")]
    [InlineData("3.7", "CIS-3.7-DisableOrDeleteCMK")]
    [InlineData("3.8", "CIS-3.8-S3BucketPolicyChanges")]
    [InlineData("3.9", "CIS-3.9-AWSConfigChanges")]
    [InlineData("3.10", "CIS-3.10-SecurityGroupChanges")]
    [InlineData("3.11", "CIS-3.11-NetworkACLChanges")]
    [InlineData("3.12", "CIS-3.12-NetworkGatewayChanges")]
    [InlineData("3.13", "CIS-3.13-RouteTableChanges")]
    [InlineData("3.14", "CIS-3.14-VPCChanges")]
    public void Every_control_of_the_chapter_has_its_alarm_name_and_is_of_medium_severity(string control, string alarmName)
    {
        var definition = BenchmarkCatalogue.Current[control];

        Assert.Equal((alarmName, "Medium", "AwsAccount"), (definition.AlarmName, definition.Severity, definition.ResourceType));
    }

    private static CisFinding Judge(string control, string pattern, Hashtable? parameters = null) =>
        Judging.JudgeOne(control, Complete(control).Filters(filter => filter with { FilterPattern = pattern }), parameters: parameters);
}
