using CisPosture.Accounts;
using CisPosture.Controls.Trails;
using static CisPosture.Core.Tests.Controls.Trails.SampleTrails;

namespace CisPosture.Core.Tests.Controls.Trails;

public sealed class ManagementEventReadingTests
{
    private static readonly EventSelector ReadsOnly = new() { ReadWriteType = "ReadOnly" };
    private static readonly EventSelector WritesOnly = new() { ReadWriteType = "WriteOnly" };
    private static readonly EventSelector NoManagementEvents = new() { IncludeManagementEvents = false };

    private static readonly AdvancedEventSelector DataEvents = new()
    {
        Name = "Management events selector",
        FieldSelectors =
        [
            new EventFieldSelector { Field = "eventCategory", EqualTo = ["Data"] },
            new EventFieldSelector { Field = "resources.type", EqualTo = ["AWS::S3::Object"] },
        ],
    };

    public static TheoryData<string, TrailEventSelectors> RecordingEverything => new()
    {
        { "no selector of either kind", new TrailEventSelectors() },
        { "classic All", Classic(new EventSelector()) },
        { "classic All beside one for data events", Classic(NoManagementEvents, new EventSelector()) },
        { "classic reads and classic writes in one trail", Classic(ReadsOnly, WritesOnly) },
        { "advanced without readOnly", Advanced(Management()) },
        { "advanced whose name is missing", Advanced(Management() with { Name = null }) },
        { "advanced readOnly true and readOnly false", Advanced(Management(ReadOnlyIs("true")), Management(ReadOnlyIs("false"))) },
        { "advanced readOnly in either value", Advanced(Management(new EventFieldSelector { Field = "readOnly", EqualTo = ["true", "false"] })) },
        { "advanced beside one for data events", Advanced(DataEvents, Management()) },
        { "advanced whose exclusion another selector makes up for", Advanced(Management(SourceIsNot("kms.amazonaws.com")), Management()) },
    };

    public static TheoryData<string, TrailEventSelectors> RecordingLess => new()
    {
        { "classic reads", Classic(ReadsOnly) },
        { "classic writes", Classic(WritesOnly) },
        { "classic data events only", Classic(NoManagementEvents) },
        { "advanced reads", Advanced(Management(ReadOnlyIs("true"))) },
        { "advanced writes", Advanced(Management(ReadOnlyIs("false"))) },
        { "advanced everything but reads", Advanced(Management(new EventFieldSelector { Field = "readOnly", NotEqualTo = ["true"] })) },
        { "advanced data events whose name speaks of management", Advanced(DataEvents) },
        { "advanced for one source", Advanced(Management(new EventFieldSelector { Field = "eventSource", EqualTo = ["iam.amazonaws.com"] })) },
        { "advanced for sources of one beginning", Advanced(Management(new EventFieldSelector { Field = "eventSource", StartsWith = ["s3"] })) },
        { "advanced without a source that cannot be spared", Advanced(Management(SourceIsNot("iam.amazonaws.com"))) },
        { "advanced for one caller", Advanced(Management(new EventFieldSelector { Field = "userIdentity.arn", EqualTo = ["arn:aws:iam::111122223333:root"] })) },
    };

    [Theory]
    [MemberData(nameof(RecordingEverything))]
    public void All_management_events_are_recorded_by(string selectors, TrailEventSelectors value) =>
        Assert.True(ManagementEventReading.Of(value).Coverage == ManagementEventCoverage.All, selectors);

    [Theory]
    [MemberData(nameof(RecordingLess))]
    public void Not_all_management_events_are_recorded_by(string selectors, TrailEventSelectors value) =>
        Assert.True(ManagementEventReading.Of(value).Coverage == ManagementEventCoverage.Partial, selectors);

    [Fact]
    public void A_classic_exclusion_of_busy_sources_is_told_by_name()
    {
        var reading = ManagementEventReading.Of(Classic(new EventSelector { ExcludeManagementEventSources = ["rdsdata.amazonaws.com", "kms.amazonaws.com"] }));

        Assert.Equal(ManagementEventCoverage.AllWithExclusions, reading.Coverage);
        Assert.Equal(["kms.amazonaws.com", "rdsdata.amazonaws.com"], reading.ExcludedEventSources);
    }

    [Fact]
    public void An_advanced_exclusion_of_a_busy_source_is_told_by_name()
    {
        var reading = ManagementEventReading.Of(Advanced(Management(SourceIsNot("kms.amazonaws.com"))));

        Assert.Equal(ManagementEventCoverage.AllWithExclusions, reading.Coverage);
        Assert.Equal(["kms.amazonaws.com"], reading.ExcludedEventSources);
    }

    [Fact]
    public void An_exclusion_for_reads_alone_counts()
    {
        var reading = ManagementEventReading.Of(Advanced(
            Management(ReadOnlyIs("true"), SourceIsNot("kms.amazonaws.com")), Management(ReadOnlyIs("false"))));

        Assert.Equal(["kms.amazonaws.com"], reading.ExcludedEventSources);
    }

    private static EventFieldSelector SourceIsNot(string source) => new() { Field = "eventSource", NotEqualTo = [source] };
}
