using System.Net;
using Amazon.S3.Model;
using CisPosture.Aws.Calls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>The policy of a bucket; missing where it has none.</summary>
internal sealed class BucketPolicySetting : Setting
{
    public const string Name = "BucketPolicy";

    private const string Statements = "Statement";

    public override string Kind => Name;

    public static RepairTarget Target(RepairPlace place, string region, string bucket) => new(Name, region, BucketSetting.Arn(place, bucket));

    /// <summary>A policy with some statements more; the others stay as they are.</summary>
    public static RepairState With(RepairState? policy, params RepairState[] statements)
    {
        var known = policy?.Items(Statements) ?? [];
        var added = statements.Where(statement => !known.Contains(statement)).ToList();
        return (policy ?? RepairState.Of(("Version", "2012-10-17"))).With(Statements, (List<RepairState>)[.. known, .. added]);
    }

    public override async Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target)
    {
        try
        {
            var answer = await context.Calls.CallAsync(
                RepairOperations.GetBucketPolicy,
                target.Region,
                cancellation => context.Clients.S3(target.Region).GetBucketPolicyAsync(
                    new GetBucketPolicyRequest { BucketName = BucketSetting.NameOf(target), ExpectedBucketOwner = context.Place.AccountId }, cancellation)).ConfigureAwait(false);

            // The SDK takes "not found" for an answer here, and hands out the error's text as the policy.
            return answer.HttpStatusCode == HttpStatusCode.NotFound || string.IsNullOrEmpty(answer.Policy)
                ? SettingReading.Missing
                : new SettingReading(RepairState.Parse(answer.Policy));
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.NoSuchBucketPolicy) || failure.Is(ErrorCodes.NoSuchBucket))
        {
            return SettingReading.Missing;
        }
    }

    public override SettingChange Change(RepairPlace place, RepairTarget target, SettingReading from, RepairState? to) => to is null
        ? SettingChange.Of(
            RepairOperations.DeleteBucketPolicy,
            new DeleteBucketPolicyRequest { BucketName = BucketSetting.NameOf(target), ExpectedBucketOwner = place.AccountId },
            (clients, request, cancellation) => clients.S3(target.Region).DeleteBucketPolicyAsync(request, cancellation))
        : SettingChange.Of(
            RepairOperations.PutBucketPolicy,
            new PutBucketPolicyRequest { BucketName = BucketSetting.NameOf(target), ExpectedBucketOwner = place.AccountId, Policy = to.Json },
            (clients, request, cancellation) => clients.S3(target.Region).PutBucketPolicyAsync(request, cancellation));
}
