using CisPosture.Accounts;
using CisPosture.Controls.Trails;

namespace CisPosture.Controls.Logging;

/// <summary>2.2: every trail delivers digest files with which its log files can be checked.</summary>
internal sealed class LogFileValidationControl : TrailSettingControl
{
    public LogFileValidationControl(CisControl definition)
        : base(definition)
    {
    }

    public override IReadOnlyList<EvidenceKind> Welcomes(ControlSettings settings) => [EvidenceKind.TrailStatus];

    public override string SummarizePassed(int count) =>
        count == 1 ? "1 trail validates its log files." : $"{count} trails validate their log files.";

    protected override Verdict JudgeOwn(AccountEvidence evidence, TrailAssessment trail, JudgedResource resource, ControlSettings settings)
    {
        var verdict = trail.Trail.LogFileValidationEnabled
            ? Passed(resource, $"Trail {trail.Trail.Name} validates its log files.") with { Notes = [.. NotesOn(trail)] }
            : Failed(resource, $"Trail {trail.Trail.Name} does not validate its log files.");
        return verdict with
        {
            Facts = Facts.Of(("TrailName", trail.Trail.Name), ("LogFileValidationEnabled", trail.Trail.LogFileValidationEnabled)),
        };
    }

    private static IEnumerable<string> NotesOn(TrailAssessment trail)
    {
        if (trail.Status.TryGet(out var status, out _) && !string.IsNullOrEmpty(status.LatestDigestDeliveryError))
        {
            yield return $"The last digest file could not be delivered: {status.LatestDigestDeliveryError}.";
        }
    }
}
