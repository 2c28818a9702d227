using CisPosture.Sandbox.Services.Iam;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.State.Config;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Config;

/// <summary>Finds the recorders that a request names, or refuses as AWS Config does, and tells ARNs.</summary>
internal static class RecorderLookup
{
    private const string Service = "config.amazonaws.com";

    public static IEnumerable<ConfigurationRecorder> Chosen(ApiCall call)
    {
        var names = call.Input.Texts("ConfigurationRecorderNames");
        var missing = names.FirstOrDefault(name => !call.RegionState.ConfigurationRecorders.Exists(recorder => recorder.Name == name));
        if (missing is not null) throw ConfigErrors.NoSuchRecorder(missing);
        return call.RegionState.ConfigurationRecorders.Where(recorder => names.Count == 0 || names.Contains(recorder.Name));
    }

    /// <summary>The recorder to be changed, which for a service's own only the service can do.</summary>
    public static ConfigurationRecorder FindToChange(ApiCall call)
    {
        var name = call.Input.Required("ConfigurationRecorderName");
        var recorder = call.RegionState.ConfigurationRecorders.Find(recorder => recorder.Name == name) ?? throw ConfigErrors.NoSuchRecorder(name);
        return recorder.ServicePrincipal is null ? recorder : throw ConfigErrors.Unmodifiable(recorder);
    }

    public static string Arn(ApiCall call, ConfigurationRecorder recorder) =>
        call.Account.Arn("config", call.Region, $"configuration-recorder/{recorder.Name}/{UniqueId.Hex("r", recorder.Name)[2..]}");

    public static string RoleArn(ApiCall call, ConfigurationRecorder recorder) => recorder.RoleArn ?? ServiceRoleArn(call);

    public static string ServiceRoleArn(ApiCall call) => call.Account.Arn("iam", "", $"role{ManagedPolicy.ServiceRolePath}{Service}/{ServiceLinkedRole.Of(Service)!.RoleName}");
}
