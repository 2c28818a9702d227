using CisPosture.Accounts;
using CisPosture.Core.Tests.Findings;
using CisPosture.SecurityHub;

namespace CisPosture.Core.Tests.SecurityHub;

public sealed class PublishRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_hub_refuses_is_told_with_its_words_and_the_finding()
    {
        using var hub = new FakeHub { OnImport = batch => Evidence.Of<IReadOnlyList<HubRefusal>>([new HubRefusal(batch[1].Id, "InvalidInput", "data.Title should be string")]) };
        var findings = Findings(2);

        await PublishAsync(hub, findings);

        var failure = Assert.Single(hub.Failures);
        Assert.Equal((ErrorId.FindingNotPublished, findings[1]), (failure.ErrorId, failure.Target));
        Assert.Contains("InvalidInput: data.Title should be string", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (hub.Publications[0].Imported, hub.Publications[0].Failed));
    }

    [Fact]
    public async Task After_a_batch_that_failed_none_is_sent()
    {
        var calls = 0;
        using var hub = new FakeHub
        {
            OnImport = _ => ++calls == 2 ? Evidence.Missing<IReadOnlyList<HubRefusal>>(new EvidenceGap { ReasonCode = ReasonCode.Throttled, Region = "us-east-1" }) : Evidence.Of<IReadOnlyList<HubRefusal>>([]),
        };

        await PublishAsync(hub, Findings(350));

        Assert.Equal([100, 100], hub.Imports.Select(batch => batch.Count));
        Assert.Single(hub.Gaps);
        Assert.Equal((100, 250), (hub.Publications[0].Imported, hub.Publications[0].Failed));
    }

    [Fact]
    public async Task Who_declines_the_import_is_not_asked_about_workflows_and_nothing_is_sent()
    {
        using var hub = new FakeHub { OnAsked = _ => false };

        await PublishAsync(hub, [Accepted(Findings(1)[0])]);

        Assert.Equal(["Import 1 new finding and 0 changed ones"], hub.Asked);
        Assert.Empty(hub.Imports);
        Assert.Empty(hub.Updates);
    }

    [Fact]
    public async Task A_workflow_that_the_hub_does_not_change_is_told()
    {
        using var hub = new FakeHub();
        var finding = Accepted(Findings(1)[0]);

        await PublishAsync(hub, [finding]);

        var failure = Assert.Single(hub.Failures);
        Assert.Equal((ErrorId.FindingNotPublished, finding), (failure.ErrorId, failure.Target));
        Assert.Contains("ConcurrentUpdateError", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), (hub.Publications[0].Imported, hub.Publications[0].Suppressed, hub.Publications[0].Failed));
    }

    [Fact]
    public async Task Of_a_finding_that_comes_twice_the_later_is_sent()
    {
        using var hub = new FakeHub();
        var finding = Findings(1)[0];

        await PublishAsync(hub, [finding with { Reason = "later", ObservedAt = finding.ObservedAt.AddHours(1) }, finding with { Reason = "earlier" }]);

        Assert.Equal("later", Assert.Single(Assert.Single(hub.Imports)).Description);
    }

    private static Task PublishAsync(FakeHub hub, IReadOnlyList<CisFinding> findings) => new PublishRun(hub, hub, new PublishOptions(SampleFindings.Now)).RunAsync(findings, Token);

    private static CisFinding Accepted(CisFinding finding) =>
        finding with { Suppression = new CisSuppression { Reason = "Pilot", Expires = "never", Path = "rules.yaml", Line = 1 } };

    private static IReadOnlyList<CisFinding> Findings(int count) => [.. Enumerable.Range(0, count).Select(number => SampleFindings.Of("1.2", resourceId: $"arn:aws:iam::111122223333:user/{number}"))];
}
