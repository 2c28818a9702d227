using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using Terminal = System.Console;

namespace CisPosture.Console;

/// <summary>Objects and their views go to standard output; errors, warnings, messages and progress go to standard error.</summary>
internal sealed class ConsoleInterface : PSHostUserInterface
{
    private readonly ProgressLine _progress = new();

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleScreen();

    public override bool SupportsVirtualTerminal { get; } = ConsoleScreen.ShowsColours(Terminal.IsOutputRedirected);

    /// <summary>Sends everything to standard error.</summary>
    public bool WritesToStandardError { get; set; }

    private static bool ErrorsShowColours { get; } = ConsoleScreen.ShowsColours(Terminal.IsErrorRedirected);

    public override void Write(string value)
    {
        _progress.Clear();
        if (WritesToStandardError)
        {
            Terminal.Error.Write(GetOutputString(value, ErrorsShowColours));
        }
        else
        {
            Terminal.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
        }
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => WriteMessage(value);

    public override void WriteWarningLine(string message) => WriteMessage($"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteMessage($"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteMessage($"DEBUG: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine() => Terminal.In.ReadLine() ?? string.Empty;

    public override SecureString ReadLineAsSecureString() => throw NoPrompt();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NoPrompt(string.Join(", ", descriptions.Select(description => description.Name)));

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        Terminal.IsInputRedirected ? throw NoPrompt(message) : new ChoicePrompt(choices, defaultChoice).Ask(caption, message);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NoPrompt();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw NoPrompt();

    private static HostException NoPrompt(string? subject = null) =>
        new(subject is null ? "cisposture does not ask for input." : $"cisposture does not ask for input; give it on the command line: {subject}");

    private void WriteMessage(string value)
    {
        _progress.Clear();
        Terminal.Error.WriteLine(GetOutputString(value, ErrorsShowColours));
    }
}
