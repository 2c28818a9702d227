using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CisPosture.Profiles;

/// <summary>
/// The names of the profiles that a connection would find, and the file of each. Read without the AWS SDK, for somebody who is typing; whether a profile is of any use is for the
/// connection to say.
/// </summary>
internal static class ProfileNames
{
    private static readonly Regex Section = new(@"^\s*\[(?<name>[^\]]+)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    private static readonly Regex Marker = new(@"^profile\s+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The profiles of a user.</summary>
    /// <param name="location">A credentials file that the user named, and that then counts alone; null for the usual places.</param>
    /// <param name="variable">Reads an environment variable; null where it is not set.</param>
    /// <returns>Each name once, in the order of the places; what cannot be read has none.</returns>
    public static IReadOnlyList<(string Name, string Place)> At(string? location, Func<string, string?> variable)
    {
        var files = AwsFiles.At(location, variable);
        var stored = location is null && RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? InStore(StorePath()) : [];
        return
        [
            .. stored.Concat(InCredentials(files.Credentials)).Concat(InConfig(files.Config))
                .GroupBy(profile => profile.Name, StringComparer.Ordinal)
                .Select(profiles => profiles.First()),
        ];
    }

    /// <summary>The names in the store of the AWS SDK and AWS Toolkit, whose contents are encrypted but for the names.</summary>
    /// <param name="path">The store's file.</param>
    internal static IEnumerable<(string Name, string Place)> InStore(string path)
    {
        try
        {
            using var store = JsonDocument.Parse(File.Exists(path) ? File.ReadAllText(path) : "{}");
            return
            [
                .. store.RootElement.EnumerateObject()
                    .Select(profile => profile.Value.TryGetProperty("DisplayName", out var name) ? name.GetString() : null)
                    .OfType<string>()
                    .Select(name => (name, path)),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string StorePath() => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "AWSToolkit", "RegisteredAccounts.json");

    private static IEnumerable<(string Name, string Place)> InCredentials(string path) => Sections(path).Select(name => (name, path));

    // In the config file all profiles but the default one are marked; other sections are no profiles.
    private static IEnumerable<(string Name, string Place)> InConfig(string path) => Sections(path)
        .Where(name => name == "default" || Marker.IsMatch(name))
        .Select(name => (Marker.Replace(name, string.Empty), path));

    private static IEnumerable<string> Sections(string path)
    {
        try
        {
            return File.Exists(path)
                ? [.. File.ReadLines(path).Select(line => Section.Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value.Trim())]
                : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
