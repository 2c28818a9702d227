using System.Text.Json;

namespace CisPosture.Accounts;

/// <summary>A Region that is known by name. There may be others: which there are is for AWS to say.</summary>
/// <param name="Partition">Its partition as ARNs spell it.</param>
/// <param name="Code">Its code, such as eu-west-1.</param>
/// <param name="Name">Its name, such as Europe (Ireland).</param>
internal sealed record AwsRegion(string Partition, string Code, string Name)
{
    private const string Commercial = "aws";
    private const string Resource = "CisPosture.Accounts.aws-regions.json";

    private static readonly Lazy<IReadOnlyList<AwsRegion>> Known = new(Load);

    /// <summary>The known Regions, those of the commercial partition first.</summary>
    public static IReadOnlyList<AwsRegion> All => Known.Value;

    /// <summary>The partition of a Region; the commercial one for a Region that is not known, and for none.</summary>
    /// <param name="code">The Region's code.</param>
    public static string PartitionOf(string? code) => All.FirstOrDefault(region => region.Code == code)?.Partition ?? Commercial;

    /// <summary>The name, and the partition where it is not the commercial one.</summary>
    public override string ToString() => Partition == Commercial ? Name : $"{Name}, partition {Partition}";

    private static IReadOnlyList<AwsRegion> Load()
    {
        using var stream = typeof(AwsRegion).Assembly.GetManifestResourceStream(Resource)!;
        var partitions = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
        return [.. partitions.SelectMany(partition => partition.Value, (partition, region) => new AwsRegion(partition.Key, region.Key, region.Value))];
    }
}
