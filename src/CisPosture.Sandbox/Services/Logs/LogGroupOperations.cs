using CisPosture.Sandbox.Services.Kms;
using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.State.Logs;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Logs;

internal static class LogGroupOperations
{
    private static readonly string[] Classes = ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"];

    private static readonly int[] RetentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static ApiResult DescribeLogGroups(ApiCall call)
    {
        var prefix = call.Input.Text("logGroupNamePrefix");
        var part = call.Input.Text("logGroupNamePattern");
        if (prefix is not null && part is not null) throw LogsErrors.Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        var groups = call.RegionState.LogGroups
            .Where(group => group.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && group.Name.Contains(part ?? "", StringComparison.Ordinal))
            .OrderBy(group => group.Name, StringComparer.Ordinal)
            .ToArray();
        var page = call.Page(groups, LogsPaging.Rules);
        return new Structure { ["logGroups"] = page.Items.Select(group => Describe(call, group)), ["nextToken"] = page.NextToken };
    }

    public static ApiResult CreateLogGroup(ApiCall call)
    {
        var name = LogsName.OfGroup(call.Input);
        if (call.RegionState.LogGroups.Exists(group => group.Name == name)) throw new ApiException("ResourceAlreadyExistsException", "The specified log group already exists");
        var group = new LogGroup
        {
            Name = name,
            CreationTime = call.Now,
            KmsKeyId = Key(call, name),
            LogGroupClass = call.Input.OneOf("logGroupClass", Classes) ?? Classes[0],
        };
        LogsTags.Merge(group.Tags, call.Input.TextMap("tags"));
        call.RegionState.LogGroups.Add(group);
        return ApiResult.Empty;
    }

    /// <summary>Metric filters go with the group.</summary>
    public static ApiResult DeleteLogGroup(ApiCall call)
    {
        call.RegionState.LogGroups.Remove(LogGroupLookup.Find(call));
        return ApiResult.Empty;
    }

    public static ApiResult PutRetentionPolicy(ApiCall call)
    {
        var group = LogGroupLookup.Find(call);
        var days = call.Input.Integer("retentionInDays", 1, int.MaxValue) ?? throw call.Errors.Missing("retentionInDays");
        if (!RetentionDays.Contains(days))
        {
            throw LogsErrors.Invalid($"1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", RetentionDays)}]");
        }

        group.RetentionInDays = days;
        return ApiResult.Empty;
    }

    public static ApiResult DeleteRetentionPolicy(ApiCall call)
    {
        LogGroupLookup.Find(call).RetentionInDays = null;
        return ApiResult.Empty;
    }

    public static ApiResult TagResource(ApiCall call)
    {
        LogsTags.Merge(LogGroupLookup.FindByArn(call).Tags, call.Input.TextMap("tags"));
        return ApiResult.Empty;
    }

    public static ApiResult UntagResource(ApiCall call)
    {
        var group = LogGroupLookup.FindByArn(call);
        foreach (var key in call.Input.Texts("tagKeys")) group.Tags.Remove(key);
        return ApiResult.Empty;
    }

    public static ApiResult ListTagsForResource(ApiCall call) => new Structure { ["tags"] = Map.Of(LogGroupLookup.FindByArn(call).Tags) };

    private static string? Key(ApiCall call, string groupName)
    {
        if (call.Input.Text("kmsKeyId") is not { } arn) return null;
        var group = call.Account.Arn("logs", call.Region, $"log-group:{groupName}");
        return call.RegionState.KmsKeys.Exists(key => KeyLookup.Arn(call, key) == arn && IsUsable(call, key, group))
            ? arn
            : throw LogsErrors.Invalid($"The specified KMS key does not exist or is not allowed to be used with LogGroup '{group}'");
    }

    /// <summary>Logs encrypts in its own name and tells KMS for which group.</summary>
    private static bool IsUsable(ApiCall call, KmsKey key, string groupArn) =>
        key is { KeyState: "Enabled", KeySpec: "SYMMETRIC_DEFAULT" }
        && KeyPolicy.LetsService(call, key, $"logs.{call.Region}.amazonaws.com", "kms:Encrypt", KeyValuePair.Create("kms:EncryptionContext:aws:logs:arn", groupArn));

    private static Structure Describe(ApiCall call, LogGroup group) => new()
    {
        ["logGroupName"] = group.Name,
        ["creationTime"] = group.CreationTime.ToUnixTimeMilliseconds(),
        ["retentionInDays"] = group.RetentionInDays,
        ["metricFilterCount"] = group.MetricFilters.Count,
        ["arn"] = $"{LogGroupLookup.Arn(call, group)}:*",
        ["storedBytes"] = 0L,
        ["kmsKeyId"] = group.KmsKeyId,
        ["logGroupClass"] = group.LogGroupClass,
        ["logGroupArn"] = LogGroupLookup.Arn(call, group),
    };
}
