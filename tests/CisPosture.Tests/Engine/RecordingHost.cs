using System.Globalization;
using System.Management.Automation.Host;

namespace CisPosture.Tests.Engine;

/// <summary>A host whose screen is a text.</summary>
/// <param name="typed">What a user types where the text does not show; null for a host with nobody in front of it.</param>
/// <param name="width">The columns of the screen.</param>
internal sealed class RecordingHost(string? typed = null, int width = 120) : PSHost
{
    private readonly RecordingInterface _screen = new(width) { Typed = typed };

    /// <summary>What a user answers to a prompt, by the labels of its choices.</summary>
    public Func<string, string>? Chosen
    {
        get => _screen.Chosen;
        set => _screen.Chosen = value;
    }

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(RecordingHost);

    public override PSHostUserInterface UI => _screen;

    public override Version Version { get; } = new(1, 0);

    /// <summary>The lines on the screen, without the empty ones around them.</summary>
    public string Screen => string.Join('\n', _screen.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() => throw new NotSupportedException();

    public override void NotifyEndApplication() => throw new NotSupportedException();

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();
}
