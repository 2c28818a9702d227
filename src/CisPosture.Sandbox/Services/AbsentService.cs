namespace CisPosture.Sandbox.Services;

/// <summary>A service, or a version of one, that the sandbox does not have: whatever it is asked for is unknown, in the words of the protocol.</summary>
internal sealed class AbsentService(string name, string? version, ServiceErrors errors) : ServiceApi
{
    public override string Name { get; } = name;

    public override string? QueryVersion { get; } = version;

    public override string XmlNamespace => $"https://{Name}.amazonaws.com/doc/{QueryVersion}/";

    public override ServiceErrors Errors { get; } = errors;
}
