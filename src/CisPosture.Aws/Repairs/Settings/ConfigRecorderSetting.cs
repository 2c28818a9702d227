using Amazon.ConfigService.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The customer's recorder of AWS Config in a Region, which has at most one: its name, its role, and what it records how often.</summary>
internal sealed class ConfigRecorderSetting : Setting
{
    public const string Name = "ConfigRecorder";
    public const string Recorder = "Name";
    public const string Role = "RoleArn";
    public const string IncludesGlobals = "IncludeGlobalResourceTypes";
    public const string Types = "ResourceTypes";
    public const string Exclusions = "ExcludedResourceTypes";

    private const string IsAll = "AllSupported";
    private const string Frequency = "RecordingFrequency";
    private const string Overrides = "RecordingModeOverrides";
    private const string Description = "Description";

    private const string AllTypes = "ALL_SUPPORTED_RESOURCE_TYPES";
    private const string Inclusion = "INCLUSION_BY_RESOURCE_TYPES";
    private const string Exclusion = "EXCLUSION_BY_RESOURCE_TYPES";
    private const string Continuous = "CONTINUOUS";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region) => new(Name, region, place.Account);

    /// <summary>A recorder that records all types as they change.</summary>
    public static RepairState New(string recorder, string roleArn, bool includesGlobals) => RepairState.Of(
        (Recorder, recorder), (Role, roleArn), (IsAll, true), (IncludesGlobals, includesGlobals), (Frequency, Continuous));

    /// <summary>The recorder, recording all types; its name, its role and its rhythm stay.</summary>
    public static RepairState Widened(RepairState recorder, bool includesGlobals) => recorder
        .With(IsAll, true)
        .With(IncludesGlobals, includesGlobals || recorder.IsOn(IncludesGlobals))
        .With(Types, null)
        .With(Exclusions, null);

    /// <summary>Whether it records all types.</summary>
    public static bool RecordsAll(RepairState recorder) => recorder.IsOn(IsAll);

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        var answer = await context.Calls.CallAsync(
            Operations.DescribeConfigurationRecorders,
            target.Region,
            cancellation => context.Clients.ConfigService(target.Region).DescribeConfigurationRecordersAsync(new DescribeConfigurationRecordersRequest(), cancellation)).ConfigureAwait(false);

        // Those that an AWS service runs for itself are the service's to change.
        return answer.ConfigurationRecorders.OrEmpty().FirstOrDefault(recorder => string.IsNullOrEmpty(recorder.ServicePrincipal)) is { } own
            ? new SettingReading(Of(own))
            : SettingReading.Missing;
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteConfigurationRecorder,
            new DeleteConfigurationRecorderRequest { ConfigurationRecorderName = from.State?.Text(Recorder) },
            (clients, request, cancellation) => clients.ConfigService(target.Region).DeleteConfigurationRecorderAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.PutConfigurationRecorder,
            new PutConfigurationRecorderRequest
            {
                ConfigurationRecorder = new ConfigurationRecorder
                {
                    Name = to.Text(Recorder),
                    RoleARN = to.Text(Role),
                    RecordingGroup = GroupOf(to),
                    RecordingMode = new RecordingMode { RecordingFrequency = to.Text(Frequency), RecordingModeOverrides = OverridesOf(to) },
                },
            },
            (clients, request, cancellation) => clients.ConfigService(target.Region).PutConfigurationRecorderAsync(request, cancellation)) with { PropagationErrors = ["InvalidRoleException"] };

    private static RepairState Of(ConfigurationRecorder recorder)
    {
        var group = recorder.RecordingGroup;
        return RepairState.Of(
            (Recorder, recorder.Name),
            (Role, recorder.RoleARN),
            (IsAll, group?.AllSupported == true),
            (IncludesGlobals, group?.IncludeGlobalResourceTypes == true),
            (Types, Sorted(group?.ResourceTypes)),
            (Exclusions, Sorted(group?.ExclusionByResourceTypes?.ResourceTypes)),
            (Frequency, recorder.RecordingMode?.RecordingFrequency ?? Continuous),
            (Overrides, recorder.RecordingMode?.RecordingModeOverrides is { Count: > 0 } overrides ? overrides.ConvertAll(Of) : null));
    }

    private static RepairState Of(RecordingModeOverride one) => RepairState.Of(
        (Description, one.Description), (Types, Sorted(one.ResourceTypes)), (Frequency, one.RecordingFrequency));

    private static RecordingGroup GroupOf(RepairState state)
    {
        var (types, exclusions) = (state.Texts(Types), state.Texts(Exclusions));
        return new RecordingGroup
        {
            AllSupported = RecordsAll(state),
            IncludeGlobalResourceTypes = state.IsOn(IncludesGlobals),
            ResourceTypes = types.Count > 0 ? [.. types] : null,
            ExclusionByResourceTypes = exclusions.Count > 0 ? new ExclusionByResourceTypes { ResourceTypes = [.. exclusions] } : null,
            RecordingStrategy = new RecordingStrategy { UseOnly = RecordsAll(state) ? AllTypes : exclusions.Count > 0 ? Exclusion : Inclusion },
        };
    }

    private static List<RecordingModeOverride>? OverridesOf(RepairState state)
    {
        var overrides = state.Items(Overrides);
        return overrides.Count == 0 ? null :
        [
            .. overrides.Select(one => new RecordingModeOverride
            {
                Description = one.Text(Description), ResourceTypes = [.. one.Texts(Types)], RecordingFrequency = one.Text(Frequency),
            }),
        ];
    }

    private static List<string>? Sorted(List<string>? types) => types is { Count: > 0 } ? [.. types.OrderBy(type => type, StringComparer.Ordinal)] : null;
}
