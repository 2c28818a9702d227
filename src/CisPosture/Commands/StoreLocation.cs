using System.Management.Automation;

namespace CisPosture.Commands;

/// <summary>The file of the store of findings that a command means.</summary>
/// <param name="Path">The full path.</param>
/// <param name="IsUsual">True where the user named no other.</param>
internal sealed record StoreLocation(string Path, bool IsUsual)
{
    private const string FileName = "findings.db";

    /// <summary>The file that the user named, else the one in the user's data directory.</summary>
    /// <param name="session">The session, from whose place relative paths start.</param>
    /// <param name="path">The path as it was given; null for the usual file.</param>
    /// <exception cref="PostureException">The user has no data directory.</exception>
    public static StoreLocation Of(SessionState session, string? path)
    {
        if (path is not null)
        {
            return new StoreLocation(session.Path.GetUnresolvedProviderPathFromPSPath(path), IsUsual: false);
        }

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? new StoreLocation(System.IO.Path.Combine(data, "CisPosture", FileName), IsUsual: true)
            : throw new PostureException(ErrorId.StoreNotFound, "There is no data directory of the user to keep findings in. Name a file with -Path.");
    }
}
