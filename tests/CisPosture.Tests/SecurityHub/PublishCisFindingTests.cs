using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox;
using CisPosture.Sandbox.PushBack;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.SecurityHub;

public sealed class PublishCisFindingTests
{
    private const string Scan = "$f = @(Test-CisControl @Live -Region us-east-1, eu-west-1); ";

    /// <summary>A finding as it comes from a store, for what needs no scan.</summary>
    private const string Finding = """
        function Finding([string] $Status = 'Failed', [string] $ObservedAt = '2026-03-01T00:00:00Z', [hashtable] $With = @{}) {
            $members = [ordered] @{
                FindingId = 'cis-1.2.0/1.5/0123456789abcdef01234567'; ControlId = '1.5'; Title = 'Uppercase letters'; Severity = 'Medium'; Status = $Status; ReasonCode = 'NON_COMPLIANT'
                Reason = 'The account has no password policy.'; AccountId = '111122223333'; Region = 'us-east-1'; ResourceType = 'AwsAccount'; ResourceId = 'AWS::::Account:111122223333'
                Evidence = @{ MinimumPasswordLength = 6 }; Notes = @(); Guidance = 'Set one.'; ObservedAt = [DateTimeOffset]::Parse($ObservedAt, [cultureinfo]::InvariantCulture)
            }
            foreach ($name in $With.Keys) { $members[$name] = $With[$name] }
            [pscustomobject] $members
        }

        """;

    private const string Accepted = "@{ Suppression = [pscustomobject] @{ Reason = 'Pilot account'; Owner = 'ops@example.com'; Expires = '2099-12-31'; Path = 'accepted.yaml'; Line = 4 } }";

    [Fact]
    public async Task A_whole_scan_goes_into_the_hubs_of_its_Regions_and_a_second_time_changes_nothing()
    {
        await using var session = await HubSession.StartAsync();

        var publications = Publications(session.Succeed(Scan + "$f | Publish-CisFinding @Live"));
        var first = session.Sandbox.Account.Export();
        session.Sandbox.Requests.Reset();
        var again = Publications(session.Succeed("$f | Publish-CisFinding @Live"));

        Assert.Equal(["eu-west-1", "us-east-1"], publications.Select(publication => publication.Region));
        Assert.All(publications, publication => Assert.Equal((0, 0, 0), (publication.Updated, publication.Unchanged, publication.Failed)));
        Assert.Equal(session.Run("$f.Count").Output[0].BaseObject, publications.Sum(publication => publication.Imported));
        Assert.All(again, publication => Assert.Equal((0, 0), (publication.Imported, publication.Updated)));
        Assert.Equal(publications.Sum(publication => publication.Imported), again.Sum(publication => publication.Unchanged));
        Assert.Equal(0, session.Sandbox.Requests.Writes);
        Assert.Equal(first, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task A_finding_is_written_as_the_format_has_it()
    {
        await using var session = await HubSession.StartAsync();

        session.Succeed(Finding + "Finding -With @{ FirstSeen = [DateTimeOffset]::new(2026, 1, 1, 0, 0, 0, 0) } | Publish-CisFinding @Live");

        var finding = Assert.Single(session.Published());
        Assert.Equal("arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default", Text(finding, "ProductArn"));
        Assert.Equal("arn:aws:securityhub:::ruleset/cis-aws-foundations-benchmark/v/1.2.0/rule/1.5", Text(finding, "GeneratorId"));
        Assert.Equal(("MEDIUM", "40"), (Text(finding, "Severity", "Label"), Text(finding, "Severity", "Normalized")));
        Assert.Equal(("FAILED", "CISPOSTURE_NON_COMPLIANT"), (Text(finding, "Compliance", "Status"), finding["Compliance"]!["StatusReasons"]![0]!["ReasonCode"]!.ToString()));
        Assert.Equal(("2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"), (Text(finding, "FirstObservedAt"), Text(finding, "CreatedAt"), Text(finding, "UpdatedAt")));
        Assert.Equal("CIS AWS Foundations Benchmark v1.2.0/1.5", finding["Compliance"]!["RelatedRequirements"]![0]!.ToString());
        Assert.Equal("6", finding["Resources"]![0]!["Details"]!["Other"]!["MinimumPasswordLength"]!.ToString());
        Assert.Equal(("NEW", "ACTIVE", "CisPosture"), (Text(finding, "Workflow", "Status"), Text(finding, "RecordState"), Text(finding, "ProductName")));
    }

    [Theory]
    [InlineData("Passed", "PASSED", "INFORMATIONAL", "RESOLVED")]
    [InlineData("Failed", "FAILED", "MEDIUM", "NEW")]
    [InlineData("Warning", "WARNING", "INFORMATIONAL", "NEW")]
    [InlineData("NotAvailable", "NOT_AVAILABLE", "INFORMATIONAL", "NEW")]
    public async Task Every_status_has_its_own_in_the_hub(string status, string compliance, string severity, string workflow)
    {
        await using var session = await HubSession.StartAsync();

        session.Succeed(Finding + "Finding $args[0] | Publish-CisFinding @Live", status);

        var finding = Assert.Single(session.Published());
        Assert.Equal((compliance, severity, workflow), (Text(finding, "Compliance", "Status"), Text(finding, "Severity", "Label"), Text(finding, "Workflow", "Status")));
    }

    [Fact]
    public async Task Later_findings_update_with_the_first_times_kept_and_earlier_ones_do_not()
    {
        await using var session = await HubSession.StartAsync();
        session.Succeed(Finding + "Finding | Publish-CisFinding @Live");

        var update = Publications(session.Succeed("Finding Passed '2026-03-02T00:00:00Z' | Publish-CisFinding @Live"))[0];
        var stale = Publications(session.Succeed("Finding Failed '2026-02-01T00:00:00Z' | Publish-CisFinding @Live"))[0];

        var finding = Assert.Single(session.Published());
        Assert.Equal((0, 1, 0, 1), (update.Imported, update.Updated, update.Unchanged, update.Resolved));
        Assert.Equal((0, 0, 1), (stale.Imported, stale.Updated, stale.Unchanged));
        Assert.Equal(("PASSED", "RESOLVED"), (Text(finding, "Compliance", "Status"), Text(finding, "Workflow", "Status")));
        Assert.Equal(("2026-03-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z", "2026-03-02T00:00:00.000Z"), (Text(finding, "FirstObservedAt"), Text(finding, "CreatedAt"), Text(finding, "UpdatedAt")));
    }

    [Fact]
    public async Task What_a_store_has_seen_go_is_archived_and_comes_back_with_a_later_scan()
    {
        await using var session = await HubSession.StartAsync();
        session.Succeed(Finding + "Finding | Publish-CisFinding @Live");

        session.Succeed("Finding Passed -With @{ ReasonCode = 'RESOLVED' } | Publish-CisFinding @Live");
        var gone = Assert.Single(session.Published());
        session.Succeed("Finding -ObservedAt '2026-03-02T00:00:00Z' | Publish-CisFinding @Live");
        var back = Assert.Single(session.Published());

        Assert.Equal(("ARCHIVED", "PASSED"), (Text(gone, "RecordState"), Text(gone, "Compliance", "Status")));
        Assert.Equal(("ACTIVE", "FAILED", "NEW"), (Text(back, "RecordState"), Text(back, "Compliance", "Status"), Text(back, "Workflow", "Status")));
    }

    [Fact]
    public async Task A_suppression_is_told_with_its_reason_and_lifted_once_its_end_has_come()
    {
        await using var session = await HubSession.StartAsync();

        var told = Publications(session.Succeed(Finding + $"Finding -With {Accepted} | Publish-CisFinding @Live"))[0];
        var suppressed = Assert.Single(session.Published());
        var kept = Publications(session.Succeed("Finding -ObservedAt '2026-03-02T00:00:00Z' | Publish-CisFinding @Live"))[0];
        session.Say("us-east-1", "1.5", "SUPPRESSED", "CisPosture accepts this until 2026-02-28 (owner: ops@example.com): Pilot account", "CisPosture");
        var lifted = Publications(session.Succeed("Finding -ObservedAt '2026-03-03T00:00:00Z' | Publish-CisFinding @Live"))[0];
        var open = Assert.Single(session.Published());

        Assert.Equal((1, 0), (told.Suppressed, kept.Unsuppressed));
        Assert.Equal(("SUPPRESSED", "CisPosture"), (Text(suppressed, "Workflow", "Status"), Text(suppressed, "Note", "UpdatedBy")));
        Assert.Equal("CisPosture accepts this until 2099-12-31 (owner: ops@example.com): Pilot account", Text(suppressed, "Note", "Text"));
        Assert.Equal((1, "NEW"), (lifted.Unsuppressed, Text(open, "Workflow", "Status")));
        Assert.Equal("CisPosture no longer accepts this: the rule has ended.", Text(open, "Note", "Text"));
    }

    [Theory]
    [InlineData("SUPPRESSED", null, "")]
    [InlineData("SUPPRESSED", "Not a problem here.", "")]
    [InlineData("NOTIFIED", "Told the owner.", "")]
    [InlineData("RESOLVED", null, "")]
    [InlineData("NEW", "Looking into it.", Accepted)]
    [InlineData("NOTIFIED", null, Accepted)]
    [InlineData("NEW", null, "")]
    public async Task What_a_person_has_said_stays_as_it_is(string workflow, string? note, string with)
    {
        await using var session = await HubSession.StartAsync();
        session.Succeed(Finding + "Finding | Publish-CisFinding @Live");
        session.Say("us-east-1", "1.5", workflow, note);

        var run = session.Succeed($"Finding -ObservedAt '2026-03-02T00:00:00Z' {(with.Length > 0 ? $"-With {with}" : "")} | Publish-CisFinding @Live -LiftSuppression");

        var finding = Assert.Single(session.Published());
        Assert.Equal(1, Publications(run)[0].Updated);
        Assert.Equal((workflow, note), (Text(finding, "Workflow", "Status"), finding["Note"]?["Text"]?.ToString()));
    }

    [Fact]
    public async Task A_suppression_that_a_person_took_back_is_not_set_again_until_the_rule_is_another()
    {
        await using var session = await HubSession.StartAsync();
        session.Succeed(Finding + $"Finding -With {Accepted} | Publish-CisFinding @Live");
        session.Sandbox.Account.Change(account => account.Regions["us-east-1"].SecurityHub.Findings[^1].Document["Workflow"] = new JsonObject { ["Status"] = "NEW" });

        var same = Publications(session.Succeed($"Finding -With {Accepted} | Publish-CisFinding @Live"))[0];
        var renewed = Publications(session.Succeed($"Finding -With {Accepted.Replace("2099", "2100", StringComparison.Ordinal)} | Publish-CisFinding @Live"))[0];

        Assert.Equal((0, 1), (same.Suppressed, renewed.Suppressed));
    }

    [Fact]
    public async Task A_rule_that_was_taken_back_is_lifted_on_request()
    {
        await using var session = await HubSession.StartAsync();
        session.Succeed(Finding + $"Finding -With {Accepted} | Publish-CisFinding @Live");

        var lifted = Publications(session.Succeed("Finding | Publish-CisFinding @Live -LiftSuppression"))[0];

        Assert.Equal((1, "NEW"), (lifted.Unsuppressed, Text(Assert.Single(session.Published()), "Workflow", "Status")));
    }

    [Fact]
    public async Task WhatIf_reads_and_writes_nothing()
    {
        await using var session = await HubSession.StartAsync();
        var before = session.Sandbox.Account.Export();

        var run = session.Succeed(Finding + $"Finding -With {Accepted} | Publish-CisFinding @Live -WhatIf -PassThru");

        Assert.Empty(run.Output);
        Assert.Equal(0, session.Sandbox.Requests.Writes);
        Assert.Equal(before, session.Sandbox.Account.Export());
    }

    [Fact]
    public async Task What_cannot_be_published_is_told_one_by_one_and_the_rest_goes_in()
    {
        await using var session = await HubSession.StartAsync();

        var run = session.Run(Finding + """
            $long = 'arn:aws:iam::111122223333:user/' + 'x' * 600
            @(
                Finding -With @{ AccountId = '999988887777'; FindingId = 'a' }
                Finding -With @{ Region = 'nowhere'; FindingId = 'b' }
                Finding -With @{ ResourceId = $long; FindingId = 'c' }
                Finding -With @{ Region = 'ap-southeast-2'; FindingId = 'd' }
                Finding
            ) | Publish-CisFinding @Live
            """);

        Assert.Equal(["FindingNotPublished", "FindingOfOtherAccount", "RegionInvalid", "SecurityHubNotEnabled"], run.Errors.Select(ErrorIdOf).Order(StringComparer.Ordinal));
        Assert.All(run.Errors.Where(error => ErrorIdOf(error) != "SecurityHubNotEnabled"), error => Assert.IsType<CisFinding>(error.TargetObject));
        Assert.Equal([("ap-southeast-2", 0, 1), ("us-east-1", 1, 1)], Publications(run).Select(publication => (publication.Region, publication.Imported, publication.Failed)));
        Assert.Single(session.Published());
    }

    [Fact]
    public async Task A_denial_is_one_error_that_names_the_action()
    {
        await using var session = await HubSession.StartAsync("neglected", "securityhub:BatchImportFindings");

        var run = session.Run(Finding + "Finding | Publish-CisFinding @Live");

        var error = Assert.Single(run.Errors);
        Assert.Equal(("SecurityHubNotReachable", System.Management.Automation.ErrorCategory.PermissionDenied), (ErrorIdOf(error), error.CategoryInfo.Category));
        Assert.Contains("securityhub:BatchImportFindings", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal((0, 1), (Publications(run)[0].Imported, Publications(run)[0].Failed));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(10)]
    public async Task More_than_a_batch_goes_in_by_hundreds_even_where_the_hub_pushes_back(double rate)
    {
        await using var session = await HubSession.StartAsync(new SandboxOptions { Account = "neglected", Throttle = [new ThrottleRule("securityhub", rate, 1)] });

        var publication = Publications(session.Succeed(Finding + "1..250 | ForEach-Object { Finding -With @{ FindingId = \"many/$_\"; ResourceId = \"arn:aws:iam::111122223333:user/u$_\" } } | Publish-CisFinding @Live"))[0];

        var requests = session.Sandbox.Requests;
        Assert.Equal((250, 0), (publication.Imported, publication.Failed));
        Assert.Equal(250, session.Published().Count);
        Assert.Equal(1 + 3, requests.Of("securityhub:GetFindings") + requests.Of("securityhub:BatchImportFindings") - requests.Throttled);
    }

    private static IReadOnlyList<CisPublication> Publications(ModuleRun run) => [.. run.Output.Select(item => item.BaseObject).OfType<CisPublication>()];

    private static string ErrorIdOf(System.Management.Automation.ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private static string Text(JsonObject finding, string member) => finding[member]!.ToString();

    private static string Text(JsonObject finding, string member, string nested) => string.Create(CultureInfo.InvariantCulture, $"{finding[member]![nested]}");
}
