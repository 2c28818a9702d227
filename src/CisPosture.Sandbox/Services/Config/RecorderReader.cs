using System.Text.RegularExpressions;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>Reads the recorder of a request, with what AWS Config checks of it.</summary>
internal static partial class RecorderReader
{
    public const string AllSupported = "ALL_SUPPORTED_RESOURCE_TYPES";
    public const string Inclusion = "INCLUSION_BY_RESOURCE_TYPES";
    public const string Exclusion = "EXCLUSION_BY_RESOURCE_TYPES";

    private static readonly string[] Frequencies = ["CONTINUOUS", "DAILY"];

    public static ConfigurationRecorder Read(ApiCall call)
    {
        var input = call.Input.Structure("ConfigurationRecorder") ?? throw call.Errors.Missing("ConfigurationRecorder");
        if (input.Has("servicePrincipal")) throw ConfigErrors.Invalid("A recorder with a service principal is made by PutServiceLinkedConfigurationRecorder.");
        var mode = input.Structure("recordingMode");
        var recorder = new ConfigurationRecorder
        {
            Name = Name(input, "InvalidConfigurationRecorderNameException"),
            RoleArn = Role(call, input),
            RecordingFrequency = mode?.OneOf("recordingFrequency", Frequencies) ?? Frequencies[0],
            RecordingOverrides = [.. (mode?.Structures("recordingModeOverrides") ?? []).Select(Override)],
        };
        if (recorder.RecordingOverrides.Count > 1) throw ConfigErrors.Invalid("A recorder can have at most 1 override of its recording mode.");
        if (input.Structure("recordingGroup") is { } group) ReadGroup(group, recorder);
        ConfigTags.Merge(recorder.Tags, ConfigTags.Asked(call));
        return recorder;
    }

    /// <summary>A name, which is "default" where none is given.</summary>
    public static string Name(ApiInput input, string code) => input.Text("name") switch
    {
        null => "default",
        { Length: >= 1 and <= 256 } name => name,
        var name => throw new ApiException(code, $"The name '{name}' is not valid."),
    };

    /// <summary>The service's own role is kept as no role in particular, as account files leave it out.</summary>
    private static string? Role(ApiCall call, ApiInput input)
    {
        var arn = input.Text("roleARN");
        if (string.IsNullOrEmpty(arn)) throw new ApiException("InvalidRoleException", "You have provided a null or empty role ARN.");
        return arn == RecorderLookup.ServiceRoleArn(call) ? null : arn;
    }

    private static RecordingOverride Override(ApiInput input) => new()
    {
        Description = input.Text("description"),
        ResourceTypes = [.. Types(input)],
        RecordingFrequency = input.OneOf("recordingFrequency", Frequencies) ?? throw ConfigErrors.Invalid("An override must give a recordingFrequency."),
    };

    private static void ReadGroup(ApiInput group, ConfigurationRecorder recorder)
    {
        var strategy = group.Structure("recordingStrategy")?.OneOf("useOnly", AllSupported, Inclusion, Exclusion);
        recorder.ResourceTypes = [.. Types(group)];
        recorder.ExcludedResourceTypes = [.. group.Structure("exclusionByResourceTypes") is { } exclusion ? Types(exclusion) : []];
        recorder.AllSupported = group.Flag("allSupported") ?? strategy == AllSupported;
        recorder.IncludeGlobalResourceTypes = group.Flag("includeGlobalResourceTypes") ?? false;
        CheckGroup(recorder, strategy);
    }

    private static void CheckGroup(ConfigurationRecorder recorder, string? strategy)
    {
        var actual = (recorder.AllSupported, recorder.ResourceTypes.Count, recorder.ExcludedResourceTypes.Count) switch
        {
            (true, 0, 0) => AllSupported,
            (false, > 0, 0) => Inclusion,
            (false, 0, > 0) => Exclusion,
            _ => throw ConfigErrors.Group("Either all supported types, or types to record, or types to leave out must be given, and only one of the three."),
        };
        if (strategy is not null && strategy != actual) throw ConfigErrors.Group($"The recording strategy {strategy} does not go with the rest of the recording group.");
        if (strategy is null && actual == Exclusion) throw ConfigErrors.Group($"Leaving types out needs the recording strategy {Exclusion}.");
        if (recorder is { IncludeGlobalResourceTypes: true, AllSupported: false }) throw ConfigErrors.Group("Global resource types can only be included where all supported types are recorded.");
    }

    private static IReadOnlyList<string> Types(ApiInput input)
    {
        var types = input.Texts("resourceTypes");
        return types.FirstOrDefault(type => !TypeName().IsMatch(type)) is { } stray ? throw ConfigErrors.Invalid($"'{stray}' is no resource type.") : types;
    }

    [GeneratedRegex(@"^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeName();
}
