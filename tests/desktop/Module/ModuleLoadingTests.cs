using CisPosture.Accounts;
using CisPosture.Collection;
using CisPosture.Controls;
using CisPosture.Isolation;
using CisPosture.Reports;

namespace CisPosture.Tests.Desktop;

/// <summary>How the module finds its libraries where there are no load contexts, in the order in which a session would make it do so.</summary>
public sealed class ModuleLoadingTests
{
    [Fact]
    public async Task An_imported_module_loads_nothing_until_it_is_used_and_then_it_judges_an_account_and_writes_reports_with_what_it_carries()
    {
        InstalledModule.Import();

        Assert.Null(InstalledModule.PlaceOf("AWSSDK.Core"));
        Assert.Null(InstalledModule.PlaceOf("CisPosture.Aws"));
        await UseAsync();
    }

    // A method of its own, because the runtime looks for what a method names before it runs the first line of it.
    private static async Task UseAsync()
    {
        await using var sandbox = await SandboxProcess.StartAsync("exemplary");
        var findings = await JudgeAsync(sandbox);

        Assert.Equal(BenchmarkCatalogue.Current.Controls.Select(control => control.Id), findings.Select(finding => finding.ControlId).Distinct(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.Status == nameof(FindingStatus.Passed), finding.ToString()));
        Assert.Equal(Path.Combine("lib", "CisPosture.Aws.dll"), InstalledModule.PlaceOf("CisPosture.Aws"));
        Assert.Equal(Path.Combine("lib", "AWSSDK.Core.dll"), InstalledModule.PlaceOf("AWSSDK.Core"));
        Assert.Equal(Path.Combine("lib", "desktop", "System.Text.Json.dll"), InstalledModule.PlaceOf("System.Text.Json"));
        Assert.Equal("CisPosture.Core.dll", InstalledModule.PlaceOf("CisPosture.Core"));

        foreach (var format in Enum.GetValues(typeof(ReportFormat)).Cast<ReportFormat>())
        {
            Assert.True(Written(format, findings) > 0, $"The report as {format} is empty.");
        }

        Assert.Equal(Path.Combine("lib", "Fluid.dll"), InstalledModule.PlaceOf("Fluid"));
    }

    private static async Task<IReadOnlyList<CisFinding>> JudgeAsync(SandboxProcess sandbox)
    {
        var type = PrivateLibraries.Current.Find("CisPosture.Aws")!.GetType("CisPosture.Aws.AccountGateway", throwOnError: true)!;
        var gateway = (IAccountGateway)Activator.CreateInstance(type, nonPublic: true)!;
        using var session = await gateway.ConnectAsync(sandbox.Request, new SilentLog(), TestContext.Current.CancellationToken);
        var evidence = await session.Collect(new CollectionRequest { Kinds = [.. EvidenceKind.All] }, TestContext.Current.CancellationToken).WhenCompleteAsync();
        var evaluator = new ControlEvaluator(ControlParameterSet.Empty, isStrict: false, listsEachResource: false);
        return [.. BenchmarkCatalogue.Current.Controls.SelectMany(control => evaluator.Evaluate(control, evidence))];
    }

    private static long Written(ReportFormat format, IEnumerable<CisFinding> findings)
    {
        var builder = new ReportBuilder();
        foreach (var finding in findings)
        {
            builder.Add(finding);
        }

        using var stream = new MemoryStream();
        ReportWriters.Current.Writer(format).Write(builder.Build(title: null, new DateTimeOffset(2026, 6, 15, 12, 30, 0, TimeSpan.Zero), []), stream);
        return stream.Length;
    }

    private sealed class SilentLog : ICollectionLog
    {
        public void Verbose(string message)
        {
        }

        public void Debug(string message)
        {
        }
    }
}
