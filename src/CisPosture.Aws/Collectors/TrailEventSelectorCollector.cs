using Amazon.CloudTrail.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using AdvancedEventSelector = CisPosture.Accounts.AdvancedEventSelector;
using EventSelector = CisPosture.Accounts.EventSelector;
using Trail = CisPosture.Accounts.Trail;

namespace CisPosture.Aws.Collectors;

internal sealed class TrailEventSelectorCollector(CollectionContext context)
    : TrailDetailCollector<TrailEventSelectors>(context, EvidenceKind.TrailEventSelectors)
{
    protected override async Task<TrailEventSelectors> ReadAsync(Trail trail)
    {
        var response = await CallAsync(
            Operations.GetEventSelectors,
            trail,
            (client, cancellation) => client.GetEventSelectorsAsync(new GetEventSelectorsRequest { TrailName = trail.Arn }, cancellation)).ConfigureAwait(false);
        return new TrailEventSelectors
        {
            Classic = [.. response.EventSelectors.OrEmpty().Select(ToClassic)],
            Advanced = [.. response.AdvancedEventSelectors.OrEmpty().Select(ToAdvanced)],
        };
    }

    protected override TrailEvidence With(TrailEvidence trail, Evidence<TrailEventSelectors> detail) => trail with { EventSelectors = detail };

    // What a selector leaves out has CloudTrail's default: management events, of both kinds.
    private static EventSelector ToClassic(Amazon.CloudTrail.Model.EventSelector selector) => new()
    {
        IncludeManagementEvents = selector.IncludeManagementEvents ?? true,
        ReadWriteType = selector.ReadWriteType ?? "All",
        ExcludeManagementEventSources = selector.ExcludeManagementEventSources.OrEmpty().Sorted(),
    };

    private static AdvancedEventSelector ToAdvanced(Amazon.CloudTrail.Model.AdvancedEventSelector selector) => new()
    {
        Name = selector.Name,
        FieldSelectors = [.. selector.FieldSelectors.OrEmpty().Select(ToField)],
    };

    private static EventFieldSelector ToField(AdvancedFieldSelector field) => new()
    {
        Field = field.Field ?? string.Empty,
        EqualTo = field.Equals.OrEmpty(),
        NotEqualTo = field.NotEquals.OrEmpty(),
        StartsWith = field.StartsWith.OrEmpty(),
        NotStartsWith = field.NotStartsWith.OrEmpty(),
        EndsWith = field.EndsWith.OrEmpty(),
        NotEndsWith = field.NotEndsWith.OrEmpty(),
    };
}
