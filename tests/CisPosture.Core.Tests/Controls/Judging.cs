using System.Collections;
using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Core.Tests.Controls;

/// <summary>Judges evidence made by a test, the way a scan does.</summary>
internal static class Judging
{
    public const string AccountId = "111122223333";

    /// <summary>The "now" of every test.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An account of which nothing was read yet; tests add what they need with <c>with { … }</c>.</summary>
    public static AccountEvidence Account(string partition = "aws", string homeRegion = "us-east-1") =>
        new() { AccountId = AccountId, Partition = partition, HomeRegion = homeRegion, ObservedAt = Now };

    /// <summary>A Region of which nothing was read yet.</summary>
    public static RegionEvidence Region(string region = "us-east-1") => new() { Region = region };

    /// <summary>A gap as a denied call leaves it.</summary>
    public static EvidenceGap Denied(string operation, string? region = null) =>
        new() { ReasonCode = ReasonCode.AccessDenied, Operation = operation, Permission = operation, ErrorCode = "AccessDenied", Region = region };

    /// <summary>All findings of a control.</summary>
    public static IReadOnlyList<CisFinding> Judge(string controlId, AccountEvidence evidence, bool strict = false, bool each = true, Hashtable? parameters = null)
    {
        var control = BenchmarkCatalogue.Current[controlId];
        var set = parameters is null ? ControlParameterSet.Empty : ControlParameterSet.Read(parameters, [control]);
        return new ControlEvaluator(set, strict, each).Evaluate(control, evidence);
    }

    /// <summary>The one finding of a control.</summary>
    public static CisFinding JudgeOne(string controlId, AccountEvidence evidence, bool strict = false, bool each = true, Hashtable? parameters = null) =>
        Assert.Single(Judge(controlId, evidence, strict, each, parameters));
}
