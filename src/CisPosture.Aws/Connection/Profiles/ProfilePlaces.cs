namespace CisPosture.Aws.Connection.Profiles;

/// <summary>Where profiles are looked for: where AWS Tools, the AWS CLI and the user's environment variables say.</summary>
internal static class ProfilePlaces
{
    private const string Folder = ".aws";
    private const string ConfigName = "config";

    /// <param name="location">A credentials file that the caller named, and that then counts alone; null for the usual places.</param>
    /// <param name="surroundings">Tells the environment variables.</param>
    public static IProfileSource Open(string? location, Surroundings surroundings)
    {
        var usual = Path.Combine(surroundings.HomeFolder, Folder);
        var credentials = location ?? surroundings.Setting("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(usual, "credentials");
        var files = new ProfileFiles(credentials, surroundings.Setting("AWS_CONFIG_FILE") ?? ConfigOf(credentials, location is null ? usual : null));
        return location is null && EncryptedStore.IsAvailable ? new EncryptedStore(files) : files;
    }

    // A credentials file that was moved has its config file beside it, unless that stayed in the usual place.
    private static string ConfigOf(string credentials, string? usualFolder)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(credentials)) ?? string.Empty, ConfigName);
        return usualFolder is null || File.Exists(beside) ? beside : Path.Combine(usualFolder, ConfigName);
    }
}
