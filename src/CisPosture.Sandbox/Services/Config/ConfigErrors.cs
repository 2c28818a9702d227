using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>How AWS Config refuses.</summary>
internal static class ConfigErrors
{
    public static ApiException Invalid(string message) => new("ValidationException", message);

    public static ApiException Group(string message) => new("InvalidRecordingGroupException", message);

    public static ApiException NoSuchRecorder(string name) => new("NoSuchConfigurationRecorderException", $"Cannot find configuration recorder with the specified name '{name}'.");

    public static ApiException NoSuchChannel(string name) => new("NoSuchDeliveryChannelException", $"Cannot find delivery channel with specified name '{name}'.");

    public static ApiException Unmodifiable(ConfigurationRecorder recorder) =>
        new("UnmodifiableEntityException", $"The configuration recorder '{recorder.Name}' belongs to {recorder.ServicePrincipal} and cannot be modified.");
}
