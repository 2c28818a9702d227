using System.Text.Json;
using Amazon.CloudTrail.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Which events a trail records: classic selectors or advanced ones, always replaced as a whole.</summary>
internal sealed class TrailSelectorsSetting : Setting
{
    public const string Name = "TrailSelectors";
    public const string Classic = nameof(PutEventSelectorsRequest.EventSelectors);
    public const string Advanced = nameof(PutEventSelectorsRequest.AdvancedEventSelectors);

    public override string Kind => Name;

    public static RepairTarget Target(string homeRegion, string trailArn) => new(Name, homeRegion, trailArn);

    public static RepairState Of(IEnumerable<RepairState> classic, IEnumerable<RepairState> advanced) => RepairState.Of((Classic, Listed(classic)), (Advanced, Listed(advanced)));

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                Operations.GetEventSelectors,
                target.Region,
                cancellation => context.Clients.CloudTrail(target.Region).GetEventSelectorsAsync(new GetEventSelectorsRequest { TrailName = target.ResourceId }, cancellation)).ConfigureAwait(false);
            return new SettingReading(Of(answer.EventSelectors.OrEmpty().Select(StateOf), answer.AdvancedEventSelectors.OrEmpty().Select(StateOf)));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.TrailNotFound))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => SettingChange.Of(
        RepairOperations.PutEventSelectors,
        new PutEventSelectorsRequest
        {
            TrailName = target.ResourceId,
            EventSelectors = Read<EventSelector>(to, Classic),
            AdvancedEventSelectors = Read<AdvancedEventSelector>(to, Advanced),
        },
        (clients, request, cancellation) => clients.CloudTrail(target.Region).PutEventSelectorsAsync(request, cancellation));

    // What a selector leaves out has CloudTrail's default; said outright, it reads the same however it was written.
    private static RepairState StateOf(EventSelector selector) => RepairState.Of(
        (nameof(selector.ReadWriteType), selector.ReadWriteType ?? "All"),
        (nameof(selector.IncludeManagementEvents), selector.IncludeManagementEvents ?? true),
        (nameof(selector.DataResources), Listed(selector.DataResources.OrEmpty().Select(resource => RepairState.Of((nameof(resource.Type), resource.Type), (nameof(resource.Values), resource.Values))))),
        (nameof(selector.ExcludeManagementEventSources), selector.ExcludeManagementEventSources is { Count: > 0 } sources ? sources : null));

    private static RepairState StateOf(AdvancedEventSelector selector) => RepairState.Of(
        (nameof(selector.Name), string.IsNullOrEmpty(selector.Name) ? null : selector.Name),
        (nameof(selector.FieldSelectors), selector.FieldSelectors.OrEmpty().Select(StateOf).ToList()));

    private static RepairState StateOf(AdvancedFieldSelector field) => RepairState.Of(
        (nameof(field.Field), field.Field),
        (nameof(field.Equals), WhereAny(field.Equals)),
        (nameof(field.NotEquals), WhereAny(field.NotEquals)),
        (nameof(field.StartsWith), WhereAny(field.StartsWith)),
        (nameof(field.NotStartsWith), WhereAny(field.NotStartsWith)),
        (nameof(field.EndsWith), WhereAny(field.EndsWith)),
        (nameof(field.NotEndsWith), WhereAny(field.NotEndsWith)));

    private static List<string>? WhereAny(List<string>? values) => values is { Count: > 0 } ? values : null;

    private static List<RepairState>? Listed(IEnumerable<RepairState> states) => states.ToList() is { Count: > 0 } listed ? listed : null;

    private static List<T>? Read<T>(RepairState? state, string member) =>
        state?.Items(member) is { Count: > 0 } items ? [.. items.Select(item => JsonSerializer.Deserialize<T>(item.Json)!)] : null;
}
