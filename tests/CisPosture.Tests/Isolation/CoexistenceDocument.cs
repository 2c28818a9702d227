using System.Text;

namespace CisPosture.Tests.Isolation;

/// <summary>Writes the matrix down.</summary>
internal static class CoexistenceDocument
{
    private const string Introduction = """
        # Living beside other modules

        Every release of `AWSSDK.Core` within a major version has the same assembly version, so the copy that a PowerShell session loads first serves every module in it.
        CisPosture therefore brings its own libraries in a load context of its own ([architecture](architecture.md)), takes credentials objects of any SDK by their
        shape, and gives nothing of its own to others. This page is written by the tests in `tests/CisPosture.Tests/Isolation`: each line below was played in a
        process of PowerShell's engine (System.Management.Automation) against the [sandbox](sandbox.md), line after line of a session in the same process.

        - **findings**: what the scan found, compared member by member with a scan in a process that holds nothing of other modules. *the same* also means that the access
          key or Region was that of the object handed over. An id is the one error that came, as it must.
        - **stands on**: the release of AWSSDK.Core in the module's own load context. All of `bin/lib` was loaded there and from there, and nothing of the module but
          `CisPosture` and `CisPosture.Core` was in the session's context. *none loaded*: nothing of `bin/lib` was loaded at all.
        - **the session**: *as before* means that afterwards `Assembly.Load` in the session's context gave the session's own copy of each library, or none, but never ours; and that the stand-in for
          AWS.Tools.Common still resolved a profile, with types and assemblies identical to those at the start.

        AWS.Tools itself cannot be had where this is built. Its stand-in (`tests/coexistence/AwsTools`) has its commands, variables and internal members, and loads the real AWSSDK.Core.
        `Start-Job` is not in the bare engine; its nearest likeness, a child process whose findings come back through PowerShell's serializer, is below, and a test with
        a real job runs where `pwsh` is installed.
        """;

    public static string Of(IReadOnlyList<(CoexistenceSession Session, IReadOnlyList<CellResult> Results)> played)
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append('\n');
        foreach (var table in played.GroupBy(play => play.Session.Table, StringComparer.Ordinal))
        {
            text.Append($"\n## {table.Key}\n\n| the session holds | what is done | findings | stands on | the session |\n|---|---|---|---|---|\n");
            foreach (var (session, results) in table)
            {
                foreach (var (cell, result) in session.Cells.Zip(results))
                {
                    text.Append($"| {session.Holds} | {cell.Doing} | {result.Findings} | {result.Libraries} | {result.Session} |\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Compares with the committed page, and replaces it where it differs.</summary>
    public static void Hold(string text, string path)
    {
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text)
        {
            return;
        }

        var draft = path + ".new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
        Assert.Fail($"{path} did not say what this run gave. It was written anew: look at the difference, and commit it where it is right.");
    }
}
