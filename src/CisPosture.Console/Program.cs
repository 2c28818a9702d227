using System.Text;
using CisPosture.Console;

// Before the engine's first step, which would send usage data otherwise.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
Console.OutputEncoding = Encoding.UTF8;

var request = ConsoleRequest.Parse(args);
switch (request.Kind)
{
    case RequestKind.Help:
        Console.Out.WriteLine(ConsoleRequest.Usage);
        return ExitCode.Success;
    case RequestKind.Wrong:
        Console.Error.WriteLine($"cisposture: {request.Text} Try 'cisposture --help'.");
        return ExitCode.WrongCommandLine;
    case RequestKind.Demo:
        return await Demo.RunAsync(request.Text);
    default:
        using (var session = new ModuleSession())
        {
            return await session.RunAsync(request.Kind == RequestKind.File ? ScriptCall.Of(request) : request.Text);
        }
}
