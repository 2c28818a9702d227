namespace CisPosture.Isolation;

/// <summary>Where the files of the built module are.</summary>
internal static class ModuleFiles
{
    /// <summary>What a session loads by itself.</summary>
    public static string Root { get; } = Path.GetDirectoryName(typeof(ModuleFiles).Assembly.Location)!;

    /// <summary>What the account's side stands on.</summary>
    public static string Libraries { get; } = Path.Combine(Root, "lib");

    /// <summary>What .NET carries itself and Windows PowerShell lacks.</summary>
    public static string DesktopLibraries { get; } = Path.Combine(Libraries, "desktop");
}
