namespace CisPosture.Tests.Engine;

/// <summary>The built module in the shell that users have.</summary>
public sealed class PwshTests
{
    [Fact]
    public async Task The_module_is_imported_by_a_whole_PowerShell()
    {
        var lines = await PwshRun.LinesOfAsync("(Get-Module CisPosture).Version.ToString(); (Get-CisControl).Count; $PSVersionTable.PSEdition");

        Assert.Equal([BuiltModule.Version, "43", "Core"], lines);
    }
}
