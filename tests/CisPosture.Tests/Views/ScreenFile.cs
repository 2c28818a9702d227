using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Views;

/// <summary>A screen as it is written down.</summary>
/// <param name="name">What is on it.</param>
/// <param name="width">Its columns.</param>
internal sealed class ScreenFile(string name, int width)
{
    private const string Rewrite = "CISPOSTURE_REWRITE_SCREENS";
    private const string Folder = "tests/CisPosture.Tests/Views/Screens";

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, Folder)).Select(file => Path.GetFileName(file));

    public string Name { get; } = FormattableString.Invariant($"{name}.{width}.txt");

    private string FullPath => Path.Combine(BuiltModule.Root, Folder, Name);

    /// <summary>Holds a screen against the file; rewrites the file where that is asked for.</summary>
    /// <param name="screen">The lines on the screen.</param>
    public void Holds(string screen)
    {
        var text = screen + "\n";
        var written = File.Exists(FullPath) ? File.ReadAllText(FullPath).ReplaceLineEndings("\n") : "there is no such file\n";
        if (written == text)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FullPath)!);
            File.WriteAllText(FullPath, text);
            Assert.Fail($"{Folder}/{Name} was rewritten. Look at the difference, run the tests again without {Rewrite}, and commit it.");
        }

        Assert.Fail($"The screen differs from {Folder}/{Name}. If it is meant to, run the test with {Rewrite}=1, look at the difference and commit it.\n--- is\n{text}--- was\n{written}");
    }
}
