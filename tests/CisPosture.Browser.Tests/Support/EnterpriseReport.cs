using System.Diagnostics;
using CisPosture.Sandbox;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Tests.Engine;

[assembly: AssemblyFixture(typeof(CisPosture.Browser.Tests.Support.EnterpriseReport))]

namespace CisPosture.Browser.Tests.Support;

/// <summary>The report of a large account: the sandbox's enterprise, scanned twice and kept by the module as users do, with a repair between the nights.</summary>
public sealed class EnterpriseReport : IAsyncLifetime
{
    /// <summary>With every resource listed, these make 50,000 findings and a few.</summary>
    private static readonly EnterpriseSize Size = new() { Groups = 1340, Keys = 2 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cisposture-report-");

    /// <summary>The findings of the second night.</summary>
    public IReadOnlyList<CisFinding> Findings { get; private set; } = [];

    public string Path => System.IO.Path.Combine(_folder.FullName, "enterprise.html");

    /// <summary>How long the cmdlet took to write it.</summary>
    public TimeSpan WritingTime { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled) return;
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Account = "enterprise", Enterprise = Size });
        using var session = ModuleSession.Open();
        Run(session, "$global:Live = @{ EndpointUrl = $args[0]; AccessKey = 'test'; SecretKey = 'test' }; $global:Store = $args[1]", sandbox.Endpoint.ToString(), System.IO.Path.Combine(_folder.FullName, "findings.db"));
        Scan(session, "Test-CisControl @Live");
        sandbox.Account.Change(account => account.Iam.PasswordPolicy = new PasswordPolicy
        {
            MinimumPasswordLength = 14,
            RequireUppercaseCharacters = true,
            RequireLowercaseCharacters = true,
            RequireSymbols = true,
            RequireNumbers = true,
            MaxPasswordAge = 90,
            PasswordReusePrevention = 24,
        });
        Findings = Scan(session, "Test-CisControl @Live -EachResource");
        var watch = Stopwatch.StartNew();
        Run(session, "$Findings | Export-CisReport $args[0] -StorePath $Store", Path);
        WritingTime = watch.Elapsed;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    // A machine that is busy with other tests may keep a connection waiting too long; what is reported is a scan that could read everything.
    private static IReadOnlyList<CisFinding> Scan(ModuleSession session, string command)
    {
        for (var attempt = 1; ; attempt++)
        {
            var scan = session.Run($"$global:Findings = {command}; $Findings");
            if (scan.Failure is null && scan.Errors.Count == 0)
            {
                Run(session, "$Findings | Save-CisFinding $Store");
                return scan.Findings;
            }

            Assert.True(attempt < 4, $"{command} should have read everything: {scan.Failure}{string.Join('\n', scan.Errors)}");
        }
    }

    private static ModuleRun Run(ModuleSession session, string script, params object[] arguments)
    {
        var run = session.Run(script, arguments);
        Assert.True(run.Failure is null && run.Errors.Count == 0, $"{script} should have worked: {run.Failure}{string.Join('\n', run.Errors)}");
        return run;
    }
}
