namespace CisPosture.Sandbox.Tests;

/// <summary>An account file for one test.</summary>
internal sealed class AccountFileOnDisk : IAsyncDisposable
{
    private AccountFileOnDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<AccountFileOnDisk> WriteAsync(string json)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);
        return new AccountFileOnDisk(path);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(Path);
        return ValueTask.CompletedTask;
    }
}
