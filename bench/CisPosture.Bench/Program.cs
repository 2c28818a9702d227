using System.CommandLine;
using CisPosture.Bench;

// Before the engine's first step, which would send usage data otherwise.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

// A measurement is a class with a command; add it here.
var root = new RootCommand("Measures what an import and a scan cost, and prints it beside what they must cost.")
{
    ImportBench.Command(),
    ImportProbe.Command(),
    CallsBench.Command(),
    LatencyBench.Command(),
    StoreBench.Command(),
};
return await root.Parse(args).InvokeAsync();
