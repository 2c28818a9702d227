namespace CisPosture.Machine;

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    /// <summary>The path of the first of these programs that the PATH leads to; null where it leads to none.</summary>
    public static string? Find(params string[] names) => names
        .SelectMany(_ => Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [], (name, folder) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
