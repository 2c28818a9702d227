using CisPosture.Core.Tests.Findings;
using CisPosture.Reports.Json;

namespace CisPosture.Reports.Tests;

public sealed class ReportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cisposture-").FullName;

    private string Target => Path.Combine(_folder, "x.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_disk_that_is_full_is_one_clear_error_and_leaves_what_was_there()
    {
        await File.WriteAllTextAsync(Target, "mine", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<PostureException>(() => WriteAsync(new BreakingWriter(new IOException("There is not enough space."))));
        Assert.Equal(ErrorId.ReportNotWritten, error.ErrorId);
        Assert.All(new[] { Target, "not enough space" }, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Equal("mine", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_writer_that_breaks_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(new BreakingWriter(new InvalidOperationException("broken"))));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_report_that_is_written_again_replaces_the_first()
    {
        await WriteAsync(new JsonReportWriter());
        var first = await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Target, "something longer".PadRight(100_000), TestContext.Current.CancellationToken);
        await WriteAsync(new JsonReportWriter());
        Assert.Equal(first, await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(_folder));
    }

    private Task WriteAsync(IReportWriter writer) =>
        ReportFile.WriteAsync(Target, writer, Support.Reports.Of(SampleFindings.Of("1.2")), overwrite: true, evenReadOnly: false);

    /// <summary>Writes something, and then fails.</summary>
    private sealed class BreakingWriter(Exception failure) : IReportWriter
    {
        public ReportFormat Format => ReportFormat.Json;

        public void Write(Report report, Stream to)
        {
            to.WriteByte((byte)'{');
            throw failure;
        }
    }
}
