namespace CisPosture.Console;

/// <summary>What the command line asks for.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Text">The account of a demo, the text of a command, the path of a script, or what is wrong with the command line.</param>
/// <param name="Arguments">The script's own arguments.</param>
internal sealed record ConsoleRequest(RequestKind Kind, string Text, IReadOnlyList<string> Arguments)
{
    public const string Usage = """
        cisposture: PowerShell with the CisPosture module loaded, for machines that have no PowerShell.

          cisposture demo [neglected|exemplary|enterprise]   scan an AWS account that is played on this machine
          cisposture -Command "<PowerShell>"                 run commands, such as "Get-CisControl -Severity Critical"
          cisposture -File script.ps1 [arguments]            run a script
          cisposture --help                                  show this text

        Exit code: 0 when all went well, 1 after a terminating error, 2 for a wrong command line, N after 'exit N'.
        The engine alone has no Select-Object, Sort-Object or Format-Table; a full PowerShell 7 has.
        """;

    private static readonly string[] DemoAccounts = ["neglected", "exemplary", "enterprise"];

    public static ConsoleRequest Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            return Of(RequestKind.Help, string.Empty);
        }

        var rest = arguments.Skip(1).ToList();
        return Verb(arguments[0]) switch
        {
            "demo" => Demo(rest),
            "command" or "c" => Command(rest),
            "file" or "f" => File(rest),
            "help" or "h" or "?" when rest.Count == 0 => Of(RequestKind.Help, string.Empty),
            _ => Wrong($"'{arguments[0]}' is not understood."),
        };
    }

    // Options are written as PowerShell's own are, in any case, with one dash or two; demo is a word.
    private static string Verb(string argument) => argument switch
    {
        "demo" => "demo",
        ['-', ..] => argument.TrimStart('-').ToLowerInvariant(),
        _ => string.Empty,
    };

    private static ConsoleRequest Demo(List<string> rest) => rest switch
    {
        [] => Of(RequestKind.Demo, DemoAccounts[0]),
        [var account] when DemoAccounts.Contains(account, StringComparer.Ordinal) => Of(RequestKind.Demo, account),
        [var account] => Wrong($"There is no demo account '{account}'; there are {string.Join(", ", DemoAccounts)}."),
        _ => Wrong($"'{rest[1]}' is not understood after 'demo {rest[0]}'."),
    };

    private static ConsoleRequest Command(List<string> rest) =>
        rest.Count == 0 ? Wrong("-Command needs PowerShell text to run.") : Of(RequestKind.Command, string.Join(' ', rest));

    private static ConsoleRequest File(List<string> rest) => rest switch
    {
        [] => Wrong("-File needs the path of a script."),
        [var path, ..] when !System.IO.File.Exists(path) => Wrong($"The script '{path}' does not exist."),
        [var path, ..] => new ConsoleRequest(RequestKind.File, path, rest[1..]),
    };

    private static ConsoleRequest Wrong(string problem) => Of(RequestKind.Wrong, problem);

    private static ConsoleRequest Of(RequestKind kind, string text) => new(kind, text, []);
}
