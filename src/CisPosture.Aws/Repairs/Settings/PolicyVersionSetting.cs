using System.Security.Cryptography;
using System.Text;
using Amazon.IdentityManagement.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Collectors;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>
/// Whether a managed policy has a version that says something. AWS numbers versions and gives no number twice, so a version is known by a
/// digest of its document; its number is the id of a reading.
/// </summary>
internal sealed class PolicyVersionSetting : Setting
{
    public const string Name = "PolicyVersion";

    private const string Digest = nameof(Digest);

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string policyArn, RepairState document) =>
        new(Name, place.HomeRegion, policyArn, RepairState.Of((Digest, DigestOf(document))));

    /// <summary>What a document is known by.</summary>
    public static string DigestOf(RepairState document)
    {
        using var hash = SHA256.Create();
        return BitConverter.ToString(hash.ComputeHash(Encoding.UTF8.GetBytes(document.Json))).Replace("-", string.Empty).ToLowerInvariant();
    }

    /// <summary>Reads the number and the document of the version with a digest; null where the policy has none, or does not exist.</summary>
    public static async Task<(string VersionId, RepairState Document)?> FindAsync(RepairContext context, RepairTarget target, string digest)
    {
        foreach (var version in await ListAsync(context, target).ConfigureAwait(false))
        {
            if (await ReadAsync(context, target.Region, target.ResourceId, version).ConfigureAwait(false) is { } document && DigestOf(document) == digest)
            {
                return (version, document);
            }
        }

        return null;
    }

    /// <summary>Reads the document of a version; null where it does not exist.</summary>
    public static async Task<RepairState?> ReadAsync(RepairContext context, string region, string policyArn, string versionId)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.GetPolicyVersion,
                region,
                cancellation => context.Clients.IdentityManagement(region).GetPolicyVersionAsync(
                    new GetPolicyVersionRequest { PolicyArn = policyArn, VersionId = versionId }, cancellation)).ConfigureAwait(false);
            return IamDocument.Read(RepairOperations.GetPolicyVersion, region, answer.PolicyVersion?.Document);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return null;
        }
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target) =>
        await FindAsync(context, target, target.Key!.Text(Digest)!).ConfigureAwait(false) is { } version ? new SettingReading(version.Document, version.VersionId) : SettingReading.Missing;

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeletePolicyVersion,
            new DeletePolicyVersionRequest { PolicyArn = target.ResourceId, VersionId = from.Id },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).DeletePolicyVersionAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.CreatePolicyVersion,
            new CreatePolicyVersionRequest { PolicyArn = target.ResourceId, PolicyDocument = to.Json, SetAsDefault = false },
            (clients, request, cancellation) => clients.IdentityManagement(target.Region).CreatePolicyVersionAsync(request, cancellation));

    // The newest first, as AWS lists them.
    private static async Task<IReadOnlyList<string>> ListAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var pages = await context.Calls.PagesAsync(
                RepairOperations.ListPolicyVersions,
                target.Region,
                (marker, cancellation) => context.Clients.IdentityManagement(target.Region).ListPolicyVersionsAsync(
                    new ListPolicyVersionsRequest { PolicyArn = target.ResourceId, Marker = marker }, cancellation),
                page => page.IsTruncated == true ? page.Marker : null).ConfigureAwait(false);
            return [.. pages.SelectMany(page => page.Versions.OrEmpty()).Select(version => version.VersionId).OfType<string>()];
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchEntity))
        {
            return [];
        }
    }
}
