using System.Management.Automation.Host;
using System.Net;

namespace CisPosture.Commands;

/// <summary>Asks the user at the host for a text that does not show on the screen.</summary>
internal static class SecretQuestion
{
    /// <summary>Asks and waits; for the pipeline's thread.</summary>
    /// <param name="host">The host.</param>
    /// <param name="question">What is asked for.</param>
    /// <returns>What the user typed; null where the host has nobody to ask.</returns>
    public static string? Ask(PSHost host, string question)
    {
        try
        {
            if (host.UI is not { } screen)
            {
                return null;
            }

            screen.Write($"{question}: ");
            using var typed = screen.ReadLineAsSecureString();
            return typed is null ? null : new NetworkCredential(string.Empty, typed).Password;
        }
        catch (Exception refusal) when (IsWithoutUser(refusal))
        {
            return null;
        }
    }

    // Every host has its own way to say that nobody sits in front of it. A stopped pipeline is none of them.
    private static bool IsWithoutUser(Exception refusal) =>
        refusal is HostException or NotSupportedException or NotImplementedException or InvalidOperationException;
}
