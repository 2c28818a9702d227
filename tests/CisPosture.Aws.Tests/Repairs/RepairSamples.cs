using System.Collections;
using CisPosture.Aws.Repairs;
using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

/// <summary>What planners are handed, made without a server.</summary>
internal static class RepairSamples
{
    public const string Account = "111122223333";

    public static RepairPlace Place { get; } = new()
    {
        AccountId = Account,
        Partition = "aws",
        HomeRegion = "us-east-1",
        CallerArn = $"arn:aws:iam::{Account}:user/auditor",
        Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    public static RepairSubject Subject(string controlId, string resourceId = $"AWS::::Account:{Account}", string region = "us-east-1")
    {
        var control = BenchmarkCatalogue.Current[controlId];
        return new RepairSubject(new CisFinding
        {
            FindingId = FindingIdentity.Of(controlId, Account, region, resourceId),
            ControlId = controlId,
            Title = control.Title,
            Severity = control.Severity,
            Status = nameof(FindingStatus.Failed),
            ReasonCode = ReasonCode.NonCompliant,
            Reason = "It failed.",
            AccountId = Account,
            Region = region,
            ResourceType = control.ResourceType,
            ResourceId = resourceId,
            Evidence = new Dictionary<string, object?>(StringComparer.Ordinal),
            Notes = [],
            RepairCommand = control.RepairCommand,
            Guidance = control.Guidance,
            ObservedAt = Place.Now,
        });
    }

    /// <summary>Control parameters as a user gives them.</summary>
    public static ControlParameterSet Parameters(string controlId, string name, object value) => ControlParameterSet.Read(
        new Hashtable { [controlId] = new Hashtable { [name] = value } }, [BenchmarkCatalogue.Current[controlId]]);

    /// <summary>Every subject must come out in exactly one plan.</summary>
    public static void CoversOnce(IEnumerable<RepairSubject> subjects, IEnumerable<RepairPlan> plans) =>
        Assert.Equal(
            subjects.Select(subject => subject.Finding.FindingId).Order(StringComparer.Ordinal),
            plans.SelectMany(plan => plan.Subjects).Select(subject => subject.Finding.FindingId).Order(StringComparer.Ordinal));
}
