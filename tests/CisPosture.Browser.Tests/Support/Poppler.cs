using System.Diagnostics;
using CisPosture.Machine;

namespace CisPosture.Browser.Tests.Support;

/// <summary>Reads PDF files as other programs do.</summary>
internal static class Poppler
{
    private const string Absent = "Poppler is not on the PATH; install it (Debian: apt-get install poppler-utils) to read printed reports.";

    /// <summary>The text of each page.</summary>
    public static async Task<IReadOnlyList<string>> PagesAsync(string path) => (await RunAsync("pdftotext", "-enc", "UTF-8", path, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Keeps a picture of a page beside the file.</summary>
    public static Task PictureAsync(string path, int page) => RunAsync("pdftoppm", "-png", "-r", "90", "-f", $"{page}", "-l", $"{page}", "-singlefile", path, $"{System.IO.Path.ChangeExtension(path, null)}-page-{page}");

    private static async Task<string> RunAsync(string name, params string[] arguments)
    {
        if (Programs.Find(name) is not { } program)
        {
            Assert.Skip(Absent);
            return string.Empty;
        }

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{name} ended with code {process.ExitCode}: {await error}");
        return await output;
    }
}
