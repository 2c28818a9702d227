using CisPosture.Profiles;

namespace CisPosture.Aws.Connection.Profiles;

/// <summary>Where profiles are looked for: where AWS Tools, the AWS CLI and the user's environment variables say.</summary>
internal static class ProfilePlaces
{
    /// <param name="location">A credentials file that the caller named, and that then counts alone; null for the usual places.</param>
    /// <param name="surroundings">Tells the environment variables.</param>
    public static IProfileSource Open(string? location, Surroundings surroundings)
    {
        var places = AwsFiles.At(location, surroundings.Variable);
        var files = new ProfileFiles(places.Credentials, places.Config);
        return location is null && EncryptedStore.IsAvailable ? new EncryptedStore(files) : files;
    }
}
