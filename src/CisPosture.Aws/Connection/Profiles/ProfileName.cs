namespace CisPosture.Aws.Connection.Profiles;

/// <summary>Names of profiles that mean something by themselves.</summary>
internal static class ProfileName
{
    /// <summary>The profile that is used where none is named.</summary>
    public const string Default = "default";
}
