using CisPosture.Help;

// Before the engine's first step, which would send usage data otherwise.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
return new CommandLine(Console.Out, Console.Error).Run(args);
