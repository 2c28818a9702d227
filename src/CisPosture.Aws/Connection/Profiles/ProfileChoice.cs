using CisPosture.Collection;

namespace CisPosture.Aws.Connection.Profiles;

/// <summary>Which profile a connection uses: the one that the caller names, or the user's usual one.</summary>
internal sealed class ProfileChoice
{
    private const string Variable = "AWS_PROFILE";

    private readonly string? _usualName;

    private ProfileChoice(IProfileSource source, ConfiguredProfile? named, string? usualName) => (Source, Named, _usualName) = (source, named, usualName);

    public IProfileSource Source { get; }

    /// <summary>The profile that the caller names; null where the caller names none.</summary>
    public ConfiguredProfile? Named { get; }

    /// <summary>The profile whose Region and endpoints count, whether or not it gives the credentials; null where there is none.</summary>
    public ConfiguredProfile? InEffect => Named ?? Source.Find(_usualName ?? ProfileName.Default);

    /// <exception cref="PostureException">The caller names a profile that does not exist.</exception>
    public static ProfileChoice Of(ConnectionRequest request, Surroundings surroundings)
    {
        var location = request.ProfileLocation is { Length: > 0 } path ? path : null;
        var source = surroundings.OpenProfiles(location);
        var name = request.ProfileName is { Length: > 0 } given ? given : location is null ? null : ProfileName.Default;
        return new ProfileChoice(source, name is null ? null : Existing(source, name, request.ProfileName is null ? "-ProfileLocation" : "-ProfileName"), surroundings.Setting(Variable));
    }

    /// <summary>The profile that gives credentials where nothing else does; null where there is none.</summary>
    /// <exception cref="PostureException">The environment names a profile that does not exist.</exception>
    public ConfiguredProfile? Usual() =>
        _usualName is not null ? Existing(Source, _usualName, Variable)
            : Source.Find(ProfileName.Default) is { IsForCredentials: true } profile ? profile // one that only sets a Region is common
            : null;

    private static ConfiguredProfile Existing(IProfileSource source, string name, string origin) =>
        source.Find(name) ?? throw new PostureException(
            ErrorId.ProfileNotFound, $"The profile '{name}', which {origin} names, is not in {source.Places}.", name);
}
