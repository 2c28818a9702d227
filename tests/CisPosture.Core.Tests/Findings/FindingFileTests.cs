using System.Text;
using System.Text.Json;
using CisPosture.Core.Tests.Snapshots;
using CisPosture.Findings;

namespace CisPosture.Core.Tests.Findings;

public sealed partial class FindingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_list_of_ConvertTo_Json_is_read_too()
    {
        var finding = SampleFindings.Of("3.10") with { Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["TrailName"] = "main" } };
        var again = FindingFile.Read(Written($"[{JsonSerializer.Serialize(finding)}]", Encoding.UTF8));
        Assert.Equal(Describe(finding), Describe(Assert.Single(again)));
        Assert.Equal("main", again[0].Evidence["trailname"]);
    }

    [Fact]
    public void A_single_finding_is_a_list_of_one() =>
        Assert.Equal("1.2", Assert.Single(FindingFile.Read(Written(JsonSerializer.Serialize(SampleFindings.Of("1.2")), Encoding.UTF8))).ControlId);

    [Fact]
    public void What_Windows_PowerShell_redirects_into_a_file_is_read_too() =>
        Assert.Equal("1.20", Assert.Single(FindingFile.Read(Written(JsonSerializer.Serialize(SampleFindings.Of("1.20")), Encoding.Unicode))).ControlId);

    [Theory]
    [InlineData("", "its beginning", "empty")]
    [InlineData("  \n ", "its beginning", "empty")]
    [InlineData("null", "its beginning", "null")]
    [InlineData("this is text", "line 1, byte 2", "invalid")]
    [InlineData("[\n{", "line 2", "end")]
    [InlineData("{}", "$.schema", "cisposture-findings")]
    [InlineData("[null]", "finding 1", "null")]
    [InlineData("[{}]", "line 1", "required members are missing")]
    [InlineData("""{"schema":"cisposture-findings","version":1}""", "$.findings", "list of findings")]
    [InlineData("""{"schema":"cisposture-findings","version":2,"findings":[]}""", "$.version", "version 2")]
    [InlineData("""{"schema":"cisposture-findings","findings":[]}""", "$.version", "nothing")]
    [InlineData("""{"schema":"cisposture-snapshot","version":1,"accounts":[]}""", "snapshot", "Test-CisControl -SnapshotPath")]
    public void A_file_without_findings_is_named_with_the_place_and_the_way_out(string content, string place, string reason)
    {
        var path = Written(content, Encoding.UTF8);
        var error = Assert.Throws<PostureException>(() => FindingFile.Read(path));
        Assert.Equal(ErrorId.FindingFileInvalid, error.ErrorId);
        Assert.All(new[] { path, place, reason }, part => Assert.Contains(part, error.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("ControlId", "4", "ControlId is '4'")]
    [InlineData("Status", "failed", "Status is 'failed'")]
    [InlineData("Severity", "Urgent", "Severity is 'Urgent'")]
    [InlineData("FindingId", "", "FindingId is empty")]
    [InlineData("Region", "", "Region is empty")]
    public void A_value_that_no_finding_has_is_named(string member, string value, string problem)
    {
        var node = JsonSerializer.SerializeToNode(SampleFindings.Of("1.2"))!.AsObject();
        node[member] = value;
        var error = Assert.Throws<PostureException>(() => FindingFile.Read(Written($"[{node.ToJsonString()}]", Encoding.UTF8)));
        Assert.Contains($"finding 1: its {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var path = _folder.FilePath("binary.json");
        File.WriteAllBytes(path, [(byte)'[', 0xC3, 0x28, (byte)']']);
        Assert.Equal(ErrorId.FindingFileInvalid, Assert.Throws<PostureException>(() => FindingFile.Read(path)).ErrorId);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_not_found()
    {
        Assert.Equal(ErrorId.FindingFileNotFound, Assert.Throws<PostureException>(() => FindingFile.Read(_folder.FilePath("none.json"))).ErrorId);
        Assert.Equal(ErrorId.FindingFileNotFound, Assert.Throws<PostureException>(() => FindingFile.Read(_folder.Path)).ErrorId);
    }

    // The form that the file has is one text; what it leaves out would be missed by comparing that alone.
    private static string Describe(CisFinding finding) => JsonSerializer.Serialize(finding);

    private string Written(string content, Encoding encoding)
    {
        var path = _folder.FilePath($"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, content, encoding);
        return path;
    }
}
