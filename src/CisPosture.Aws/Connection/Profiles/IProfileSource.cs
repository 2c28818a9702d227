namespace CisPosture.Aws.Connection.Profiles;

/// <summary>Where profiles are kept.</summary>
internal interface IProfileSource
{
    /// <summary>The places in words, for an error that a profile is in none of them.</summary>
    string Places { get; }

    /// <summary>The profile of this name; null where there is none.</summary>
    /// <exception cref="PostureException">The profile is there but cannot be read.</exception>
    ConfiguredProfile? Find(string name);
}
