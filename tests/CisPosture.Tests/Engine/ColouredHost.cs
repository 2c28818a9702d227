using System.Globalization;
using System.Management.Automation.Host;

namespace CisPosture.Tests.Engine;

/// <summary>A host whose screen understands escape sequences.</summary>
internal sealed class ColouredHost : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(ColouredHost);

    public override PSHostUserInterface UI { get; } = new RecordingInterface(120) { ShowsColours = true };

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() => throw new NotSupportedException();

    public override void NotifyEndApplication() => throw new NotSupportedException();

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
}
