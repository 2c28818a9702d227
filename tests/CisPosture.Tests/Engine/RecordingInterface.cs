using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using System.Text;

namespace CisPosture.Tests.Engine;

/// <summary>Keeps what is written to the screen, without colours.</summary>
/// <param name="width">The columns of the screen.</param>
internal sealed class RecordingInterface(int width) : PSHostUserInterface
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    /// <summary>What a user types where the text does not show; null for a host with nobody in front of it.</summary>
    public string? Typed { get; init; }

    /// <summary>What a user answers to a prompt, by the labels of its choices; null for a host with nobody in front of it.</summary>
    public Func<string, string>? Chosen { get; set; }

    public override PSHostRawUserInterface RawUI { get; } = new RecordingScreen(width);

    /// <summary>Whether the screen says that it understands escape sequences. What is kept has none in either case.</summary>
    public bool ShowsColours { get; init; }

    public override bool SupportsVirtualTerminal => ShowsColours;

    public override void Write(string value) => _text.Append(GetOutputString(value, supportsVirtualTerminal: false));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message) => WriteLine(message);

    public override void WriteVerboseLine(string message) => WriteLine(message);

    public override void WriteDebugLine(string message) => WriteLine(message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // Progress is no line of the screen.
    }

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() =>
        new NetworkCredential(string.Empty, Typed ?? throw new HostException("Nobody is there to ask.")).SecurePassword;

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteLine($"{caption}: {message}");
        var label = (Chosen ?? throw new HostException("Nobody is there to ask."))(message);
        var labels = choices.Select(choice => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal)).ToList();
        return labels.IndexOf(label) is >= 0 and var index ? index : throw new HostException($"'{label}' is none of {string.Join(", ", labels)}.");
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new NotSupportedException();
}
