namespace CisPosture.Core.Tests.Snapshots;

/// <summary>An empty folder for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cisposture-").FullName;

    public string FilePath(string name) => System.IO.Path.Combine(Path, name);

    public IReadOnlyList<string> FileNames => [.. Directory.EnumerateFiles(Path).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public async Task<string> FileAsync(string name, byte[] content)
    {
        await File.WriteAllBytesAsync(FilePath(name), content, TestContext.Current.CancellationToken);
        return FilePath(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
