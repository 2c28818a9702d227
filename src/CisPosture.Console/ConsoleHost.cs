using System.Globalization;
using System.Management.Automation.Host;

namespace CisPosture.Console;

/// <summary>Tells the engine who hosts it.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleInterface _interface = new();

    /// <summary>Sends what would go to standard output to standard error.</summary>
    public bool WritesToStandardError
    {
        get => _interface.WritesToStandardError;
        set => _interface.WritesToStandardError = value;
    }

    /// <summary>The code of 'exit N'; null while nothing has called exit.</summary>
    public int? RequestedExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "cisposture";

    public override PSHostUserInterface UI => _interface;

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() => throw Unattended();

    public override void ExitNestedPrompt() => throw Unattended();

    public override void NotifyBeginApplication()
    {
        // Programs that the session starts share the console as it is.
    }

    public override void NotifyEndApplication()
    {
        // Nothing was changed for them that would have to be put back.
    }

    private static HostException Unattended() => new("cisposture has no nested prompt.");
}
