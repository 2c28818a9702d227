using CisPosture.Tests.Engine;

namespace CisPosture.Browser.Tests.Support;

/// <summary>What tests leave to be looked at: TestResults/report in the repository's folder, which is not in version control.</summary>
internal static class Outputs
{
    public static string Path(string name) => System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(BuiltModule.Root, "TestResults", "report")).FullName, name);
}
