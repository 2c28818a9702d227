using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using CisPosture.Machine;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Desktop;

/// <summary>
/// The suites of Core, Aws, the store and the reports once more, built for .NET Framework 4.7.2 and run by it on Windows or by Mono elsewhere: libraries and
/// runtime there differ from those of PowerShell 7 in more than what they lack. The last one imports the module from its folder.
/// </summary>
public sealed class FrameworkSuiteTests
{
    private const string Absent = "There is no Mono on the path to run .NET Framework's programs: install Debian's mono-devel, as .ci/run does, or a package of Mono 6.8 or later with its facades.";

    [Theory(Timeout = 10 * 60 * 1000)]
    [InlineData("CisPosture.Core.Tests", 3800)]
    [InlineData("CisPosture.Aws.Tests", 850)]
    [InlineData("CisPosture.Store.Tests", 40)]
    [InlineData("CisPosture.Reports.Tests", 100)]
    [InlineData("CisPosture.Tests", 5)]
    public async Task A_suite_passes_on_the_NET_Framework_of_Windows_PowerShell(string suite, int atLeast)
    {
        var program = BuiltModule.FrameworkSuites.Single(path => Path.GetFileNameWithoutExtension(path) == suite);
        var results = Path.Combine(Path.GetTempPath(), $"{suite}.{Guid.NewGuid():N}.xml");
        try
        {
            var finished = await FinishedProcess.OfAsync(StartOf(program, "-noColor", "-noLogo", "-xml", results));

            Assert.True(File.Exists(results), $"{suite} ended with {finished.ExitCode} and wrote no results: {finished.Output} {finished.Errors}");
            var tests = XDocument.Load(results).Descendants("test").ToLookup(test => test.Attribute("result")!.Value, StringComparer.Ordinal);
            Assert.True(!tests["Fail"].Any(), $"Run '{program}' by hand. {string.Join("\n", tests["Fail"].Select(Told))}");
            Assert.Equal(0, finished.ExitCode);
            Assert.InRange(tests["Pass"].Count(), atLeast, int.MaxValue);
            TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{suite}: {tests["Pass"].Count()} passed, {tests["Skip"].Count()} skipped"));
        }
        finally
        {
            File.Delete(results);
        }
    }

    private static string Told(XElement test) => $"{test.Attribute("name")?.Value}: {test.Element("failure")?.Element("message")?.Value}";

    private static ProcessStartInfo StartOf(string program, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsWindows() || Programs.Find("mono") is not null, Absent);
        return new ProcessStartInfo(OperatingSystem.IsWindows() ? program : Programs.Find("mono")!, OperatingSystem.IsWindows() ? arguments : [program, .. arguments])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
    }
}
