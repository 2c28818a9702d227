using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Runtime.Internal.Util;

namespace CisPosture.Aws.Connection.Profiles;

/// <summary>
/// AWS's config and credentials files. The SDK's own reader settles their places once a process and takes no other config file; a
/// session in a shell lives longer than that. So only its parser is used.
/// </summary>
/// <param name="credentialsPath">The credentials file, whose settings win.</param>
/// <param name="configPath">The config file.</param>
internal sealed class ProfileFiles(string credentialsPath, string configPath) : IProfileSource
{
    private static readonly Regex LineOfParser = new(@"^Line (?<number>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public string Places => $"{configPath} and {credentialsPath}";

    public ConfiguredProfile? Find(string name)
    {
        var config = Open(configPath);
        var inConfig = Section(config, name, needsMarker: name != ProfileName.Default);
        var inCredentials = Section(Open(credentialsPath), name, needsMarker: false);
        if (inConfig is null && inCredentials is null)
        {
            return null;
        }

        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Lay(inConfig, settings);
        Lay(inCredentials, settings);
        Lay(SsoSession(config, settings, name), settings);
        return new ConfiguredProfile(name, settings) { ServiceEndpoints = ServiceEndpoints(config, settings, name) };
    }

    private static void Lay(Dictionary<string, string>? upper, Dictionary<string, string> settings)
    {
        foreach (var setting in upper ?? [])
        {
            settings[setting.Key] = setting.Value;
        }
    }

    private static Dictionary<string, string>? SsoSession(ProfileIniFile config, Dictionary<string, string> settings, string profile)
    {
        if (!settings.TryGetValue(ProfileSetting.SsoSession, out var session) || session.Length == 0)
        {
            return null;
        }

        return config.TryGetSection(session, isSsoSession: true, isServicesSection: false, out var section, out _)
            ? section
            : throw Dangling(profile, ProfileSetting.SsoSession, $"[sso-session {session}]");
    }

    private static Dictionary<string, string> ServiceEndpoints(ProfileIniFile config, Dictionary<string, string> settings, string profile)
    {
        var endpoints = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!settings.TryGetValue(ProfileSetting.Services, out var name) || name.Length == 0)
        {
            return endpoints;
        }

        config.ProfileMarkerRequired = true;
        if (!config.TryGetSection(name, isSsoSession: false, isServicesSection: true, out _, out var services))
        {
            throw Dangling(profile, ProfileSetting.Services, $"[services {name}]");
        }

        foreach (var service in services)
        {
            if (service.Value.TryGetValue(ProfileSetting.EndpointUrl, out var url))
            {
                endpoints[service.Key] = url;
            }
        }

        return endpoints;
    }

    private static PostureException Dangling(string profile, string setting, string section) => new(
        ErrorId.ProfileInvalid, $"The profile '{profile}' names in {setting} the section {section}, which the AWS config file does not have.", profile);

    private static Dictionary<string, string>? Section(ProfileIniFile file, string name, bool needsMarker)
    {
        file.ProfileMarkerRequired = needsMarker;
        if (file.TryGetSection(name, isSsoSession: false, isServicesSection: false, out var section, out _))
        {
            return section;
        }

        // The parser skips a section that gives a setting twice, as if it were not there.
        return file.ListSectionNames().Contains(name)
            ? throw new PostureException(ErrorId.ProfileInvalid, $"The profile '{name}' in {file.FilePath} gives the same setting twice. Remove one of them.", name)
            : null;
    }

    private static ProfileIniFile Open(string path)
    {
        try
        {
            return new ProfileIniFile(path, profileMarkerRequired: true);
        }
        catch (InvalidDataException failure)
        {
            // The parser quotes the line, which may hold a secret.
            var line = int.TryParse(LineOfParser.Match(failure.Message).Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $" {number}" : string.Empty;
            throw new PostureException(ErrorId.ProfileInvalid, $"The AWS file {path} cannot be read: line{line} is no section, setting or comment.", path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PostureException(ErrorId.ProfileInvalid, $"The AWS file {path} cannot be read: {failure.Message}", path);
        }
    }
}
