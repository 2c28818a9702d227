using System.Text.RegularExpressions;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Reads the names, paths and descriptions of what is to be made.</summary>
internal static partial class IamNames
{
    public static string Name(ApiCall call, string parameter, int longest)
    {
        var name = Bounded(call, parameter, call.Input.Required(parameter), longest);
        return NameCharacters().IsMatch(name) ? name : throw Strange(parameter, "It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }

    public static string Path(ApiCall call)
    {
        var path = Bounded(call, "Path", call.Input.Text("Path") ?? "/", 512);
        return PathCharacters().IsMatch(path) ? path : throw Strange("Path", "It must begin and end with / and contain only alphanumeric characters and/or / characters.");
    }

    public static string? Description(ApiCall call) => call.Input.Text("Description") is { } text ? Bounded(call, "Description", text, 1000) : null;

    private static string Bounded(ApiCall call, string parameter, string value, int longest) =>
        value.Length <= longest ? value : throw call.Errors.Invalid(parameter, value, $"Member must have length less than or equal to {longest}");

    private static ApiException Strange(string parameter, string rule) =>
        new("ValidationError", $"The specified value for {char.ToLowerInvariant(parameter[0])}{parameter[1..]} is invalid. {rule}");

    [GeneratedRegex(@"^[0-9A-Za-z_+=,.@-]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameCharacters();

    [GeneratedRegex(@"^(/|/[!-~]+/)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathCharacters();
}
