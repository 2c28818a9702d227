using System.Collections;
using System.Management.Automation;

namespace CisPosture.Completion;

/// <summary>What the session and the environment say while a user types.</summary>
internal static class SessionSettings
{
    private const string FullPath = "param($Path) $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)";

    /// <summary>The Region that the session works in, as far as can be told without reading profiles.</summary>
    /// <param name="bound">The arguments that were typed already.</param>
    /// <returns>The Region; null where nothing names one.</returns>
    public static string? Region(IDictionary bound) => First(bound["Region"])
        ?? Ask("$StoredAWSRegion")
        ?? First(Environment.GetEnvironmentVariable("AWS_REGION"))
        ?? First(Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION"));

    /// <summary>An argument that names a path, as the cmdlet would take it.</summary>
    /// <param name="bound">The arguments that were typed already.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The full path; null where the argument was not typed.</returns>
    public static string? Path(IDictionary bound, string parameter) => First(bound[parameter]) is { } path ? Ask(FullPath, path) ?? path : null;

    // While a user types the session is in the middle of completing, so that it is asked from within.
    private static string? Ask(string script, params string[] arguments)
    {
        try
        {
            using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
            shell.AddScript(script);
            foreach (var argument in arguments)
            {
                shell.AddArgument(argument);
            }

            return First(shell.Invoke().FirstOrDefault()?.BaseObject);
        }
        catch (RuntimeException)
        {
            // A path of a drive that is not there, for example: the cmdlet will say so.
            return null;
        }
    }

    private static string? First(object? value)
    {
        var text = value is IEnumerable list and not string ? list.Cast<object?>().FirstOrDefault()?.ToString() : value?.ToString();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
