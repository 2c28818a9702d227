using CisPosture.Sandbox;

namespace CisPosture.Console;

/// <summary>Scans an account that the sandbox plays inside this program, with the commands that a user would type.</summary>
internal static class Demo
{
    private const string Region = "us-east-1";

    private const string Script = """
        Test-CisControl -EndpointUrl $SandboxUrl -AccessKey test -SecretKey test -OutVariable findings
        Measure-CisFinding -InputObject $findings
        """;

    public static async Task<int> RunAsync(string account)
    {
        ForgetAwsEnvironment();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = account });
        using var session = new ModuleSession();
        session.SetVariable("SandboxUrl", sandbox.Endpoint.ToString());

        // In the session it comes before any Region that the user's profiles name; as a parameter it would narrow the scan.
        session.SetVariable("StoredAWSRegion", Region);
        System.Console.Out.WriteLine($"The '{account}' account, played at {sandbox.Endpoint}:");
        System.Console.Out.WriteLine($"  Test-CisControl -EndpointUrl {sandbox.Endpoint} -AccessKey test -SecretKey test");
        return await session.RunAsync(Script);
    }

    // The demo shows the same on every machine, whatever its user has set for real accounts.
    private static void ForgetAwsEnvironment()
    {
        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>();
        foreach (var name in names.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
