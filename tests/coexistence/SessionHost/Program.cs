using System.Text.Json;
using CisPosture.SessionHost;

// Before the engine's first step, which would send usage data otherwise.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

var lines = JsonSerializer.Deserialize<string[]>(await Console.In.ReadToEndAsync())!;
using var session = new Session();
var answers = new List<Answer>();
foreach (var line in lines)
{
    answers.Add(await session.RunAsync(line));
}

Console.Out.Write(JsonSerializer.Serialize(answers));
