using System.Text.RegularExpressions;

namespace CisPosture.Core.Tests.Documentation;

/// <summary>An ARN or a host of one partition, written into the code, is wrong in every other.</summary>
public sealed partial class PartitionTests
{
    /// <summary>What ships. The sandbox and the tests play one partition and may name it.</summary>
    private static readonly string[] Folders = ["src/CisPosture.Core", "src/CisPosture.Aws", "src/CisPosture"];

    [Fact]
    public void No_ARN_is_written_with_its_partition()
    {
        var found = Lines().Where(line => ArnLiteral().IsMatch(line.Text)).Select(line => $"{line.Place}: {line.Text.Trim()}").ToList();

        Assert.True(found.Count == 0, $"Make these ARNs from the partition of the account: {string.Join("; ", found)}");
    }

    [Fact]
    public void Hosts_of_AWS_stand_only_in_the_table_of_partitions()
    {
        var found = Lines()
            .Where(line => !line.Place.Contains("Partition.cs", StringComparison.Ordinal) && HostLiteral().IsMatch(line.Text))
            .Select(line => $"{line.Place}: {line.Text.Trim()}")
            .ToList();

        Assert.True(found.Count == 0, $"Take these hosts from Partition: {string.Join("; ", found)}");
    }

    private static IEnumerable<(string Place, string Text)> Lines() =>
        from folder in Folders
        from path in Repository.Files(folder, "*.cs")
        from line in File.ReadLines(path).Select((text, index) => (Text: text, Number: index + 1))
        where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
        select ($"{Path.GetRelativePath(Repository.Root, path)}:{line.Number}", line.Text);

    /// <summary>A text that begins as an ARN; an example within a sentence does not.</summary>
    [GeneratedRegex("\"arn:aws[a-z-]*:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArnLiteral();

    /// <summary>An address at AWS, as opposed to the name of a service as a principal, which is the same in all partitions.</summary>
    [GeneratedRegex(@"https?://[^""]*amazonaws\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostLiteral();
}
