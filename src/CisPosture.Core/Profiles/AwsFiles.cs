namespace CisPosture.Profiles;

/// <summary>Where AWS's credentials and config files are, as AWS Tools, the AWS CLI and the user's environment variables say.</summary>
/// <param name="Credentials">The credentials file.</param>
/// <param name="Config">The config file.</param>
internal sealed record AwsFiles(string Credentials, string Config)
{
    private const string Folder = ".aws";
    private const string ConfigName = "config";

    /// <summary>The files for a user.</summary>
    /// <param name="location">A credentials file that the user named, and that then counts alone; null for the usual places.</param>
    /// <param name="variable">Reads an environment variable; null where it is not set.</param>
    public static AwsFiles At(string? location, Func<string, string?> variable)
    {
        var usual = Path.Combine(HomeFolder(variable), Folder);
        var credentials = location ?? Setting(variable, "AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(usual, "credentials");
        return new AwsFiles(credentials, Setting(variable, "AWS_CONFIG_FILE") ?? ConfigOf(credentials, location is null ? usual : null));
    }

    /// <summary>Where a user's own files are.</summary>
    /// <param name="variable">Reads an environment variable; null where it is not set.</param>
    public static string HomeFolder(Func<string, string?> variable) =>
        Setting(variable, "HOME") ?? Setting(variable, "USERPROFILE") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string? Setting(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } text ? text : null;

    // A credentials file that was moved has its config file beside it, unless that stayed in the usual place.
    private static string ConfigOf(string credentials, string? usualFolder)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(credentials)) ?? string.Empty, ConfigName);
        return usualFolder is null || File.Exists(beside) ? beside : Path.Combine(usualFolder, ConfigName);
    }
}
