using CisPosture.Sandbox.State.CloudTrail;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>Reads the selectors of a request, classic or advanced but not both, with what CloudTrail checks of them.</summary>
internal static class EventSelectorReader
{
    private const int MostSelectors = 5;
    private const int MostResources = 250;
    private const int MostValues = 500;

    private static readonly string[] ResourceTypes = ["AWS::S3::Object", "AWS::Lambda::Function", "AWS::DynamoDB::Table"];

    private static readonly string[] ExcludableSources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

    private static readonly string[] ManagementFields = ["eventCategory", "readOnly", "eventSource"];

    public static (List<EventSelector> Classic, List<AdvancedEventSelector> Advanced) Read(ApiInput input)
    {
        var classic = input.Structures("EventSelectors").Select(Classic).ToList();
        var advanced = input.Structures("AdvancedEventSelectors").Select(Advanced).ToList();
        if (classic.Count == 0 == (advanced.Count == 0)) throw TrailErrors.Selectors("Either EventSelectors or AdvancedEventSelectors must be given, and not both.");
        if (classic.Count > MostSelectors) throw TrailErrors.Selectors($"A trail can have at most {MostSelectors} event selectors.");
        if (classic.Sum(selector => selector.DataResources.Sum(resource => resource.Values.Count)) > MostResources) throw TrailErrors.Selectors($"A trail can have at most {MostResources} data resources.");
        return advanced.Sum(selector => selector.FieldSelectors.Sum(field => Values(field).Count())) <= MostValues
            ? (classic, advanced)
            : throw TrailErrors.Selectors($"Advanced event selectors can have at most {MostValues} values.");
    }

    private static EventSelector Classic(ApiInput input)
    {
        var selector = new EventSelector
        {
            ReadWriteType = input.Text("ReadWriteType") ?? "All",
            IncludeManagementEvents = input.Flag("IncludeManagementEvents") ?? true,
            DataResources = [.. input.Structures("DataResources").Select(resource => new DataResource { Type = resource.Text("Type") ?? "", Values = [.. resource.Texts("Values")] })],
            ExcludeManagementEventSources = [.. input.Texts("ExcludeManagementEventSources")],
        };
        if (selector.ReadWriteType is not ("All" or "ReadOnly" or "WriteOnly")) throw TrailErrors.Selectors($"ReadWriteType must be All, ReadOnly or WriteOnly, not {selector.ReadWriteType}.");
        if (selector.DataResources.Exists(resource => !ResourceTypes.Contains(resource.Type, StringComparer.Ordinal))) throw TrailErrors.Selectors($"The type of a data resource must be one of {string.Join(", ", ResourceTypes)}.");
        if (selector.ExcludeManagementEventSources.Except(ExcludableSources, StringComparer.Ordinal).Any()) throw TrailErrors.Selectors($"Only {string.Join(" and ", ExcludableSources)} can be excluded.");
        if (selector.ExcludeManagementEventSources.Count > 0 && !selector.IncludeManagementEvents) throw TrailErrors.Selectors("Event sources can only be excluded from management events that are included.");
        return selector;
    }

    private static AdvancedEventSelector Advanced(ApiInput input)
    {
        var selector = new AdvancedEventSelector { Name = input.Text("Name"), FieldSelectors = [.. input.Structures("FieldSelectors").Select(Field)] };
        if (selector.FieldSelectors.DistinctBy(field => field.Field, StringComparer.Ordinal).Count() < selector.FieldSelectors.Count) throw TrailErrors.Selectors("A field can be selected only once in a selector.");
        var category = Only(selector, "eventCategory") ?? throw TrailErrors.Selectors("Each selector must select eventCategory by one value of Equals.");
        if (category is not ("Management" or "Data" or "NetworkActivity")) throw TrailErrors.Selectors($"eventCategory must be Management, Data or NetworkActivity, not {category}.");
        if (category == "Management") CheckManagement(selector);
        if (category == "Data" && Only(selector, "resources.type") is null) throw TrailErrors.Selectors("A selector of data events must select resources.type by one value of Equals.");
        if (category == "NetworkActivity" && Only(selector, "eventSource") is null) throw TrailErrors.Selectors("A selector of network activity events must select eventSource by one value of Equals.");
        return selector;
    }

    private static FieldSelector Field(ApiInput input)
    {
        var field = new FieldSelector
        {
            Field = input.Required("Field"),
            EqualTo = [.. input.Texts("Equals")],
            NotEqualTo = [.. input.Texts("NotEquals")],
            StartsWith = [.. input.Texts("StartsWith")],
            NotStartsWith = [.. input.Texts("NotStartsWith")],
            EndsWith = [.. input.Texts("EndsWith")],
            NotEndsWith = [.. input.Texts("NotEndsWith")],
        };
        return Values(field).Any() ? field : throw TrailErrors.Selectors($"The field {field.Field} is selected by no value.");
    }

    private static void CheckManagement(AdvancedEventSelector selector)
    {
        var stray = selector.FieldSelectors.Find(field => !ManagementFields.Contains(field.Field, StringComparer.Ordinal));
        if (stray is not null) throw TrailErrors.Selectors($"Management events of a trail cannot be selected by {stray.Field}.");
        if (selector.FieldSelectors.Exists(field => field.Field == "readOnly") && Only(selector, "readOnly") is not ("true" or "false")) throw TrailErrors.Selectors("readOnly must be selected by Equals true or false.");
        var sources = selector.FieldSelectors.Find(field => field.Field == "eventSource");
        if (sources is not null && (Values(sources).Except(sources.NotEqualTo, StringComparer.Ordinal).Any() || sources.NotEqualTo.Except(ExcludableSources, StringComparer.Ordinal).Any())) throw TrailErrors.Selectors($"Of management events, eventSource can only exclude {string.Join(" and ", ExcludableSources)}.");
    }

    private static string? Only(AdvancedEventSelector selector, string name) =>
        selector.FieldSelectors.Find(field => field.Field == name) is { EqualTo: [var value] } field && Values(field).Count() == 1 ? value : null;

    private static IEnumerable<string> Values(FieldSelector field) =>
        field.EqualTo.Concat(field.NotEqualTo).Concat(field.StartsWith).Concat(field.NotStartsWith).Concat(field.EndsWith).Concat(field.NotEndsWith);
}
