using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Controls;

namespace CisPosture.Aws.Collectors;

/// <summary>Describes the keys that trails encrypt with. A key that is gone or another account's is an answer too.</summary>
internal sealed class TrailKeyCollector(CollectionContext context) : AccountCollector(context, EvidenceKind.TrailKeys)
{
    protected override async Task ReadAsync()
    {
        var regions = Context.Store.Current.Trails
            .Select(evidence => evidence.Trail)
            .Where(trail => !string.IsNullOrEmpty(trail.KmsKeyId))
            .GroupBy(trail => trail.KmsKeyId!, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => RegionOf(same.First()), StringComparer.Ordinal);
        var keys = await CollectionContext.ReadEachAsync(
            regions.Keys,
            key => Context.ReadAsync(
                () => KmsKeyReader.DescribeAsync(Context.Calls, Context.Clients, regions[key], key),
                gap => !IsOwn(key) || gap.ErrorCode == ErrorCodes.KeyNotFound)).ConfigureAwait(false);
        Context.Store.Update(account => account with { TrailKeys = keys });
    }

    private static string RegionOf(Trail trail) => Arn.TryParse(trail.KmsKeyId, out var arn) ? arn.Region : trail.HomeRegion;

    private bool IsOwn(string key) => !Arn.TryParse(key, out var arn) || arn.AccountId == Context.AccountId;
}
