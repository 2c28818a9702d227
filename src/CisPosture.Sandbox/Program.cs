using CisPosture.Sandbox;

return await new CommandLine(Console.Out, Console.Error).RunAsync(args);
