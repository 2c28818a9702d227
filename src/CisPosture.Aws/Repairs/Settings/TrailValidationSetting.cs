using Amazon.CloudTrail.Model;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs.Settings;

/// <summary>Whether a trail signs digests of its log files.</summary>
internal sealed class TrailValidationSetting : TrailAttributeSetting
{
    public const string Name = "TrailValidation";

    public override string Kind => Name;

    public static RepairState Of(bool isOn) => RepairState.Of((nameof(Trail.LogFileValidationEnabled), isOn));

    protected override RepairState StateOf(Trail trail) => Of(trail.LogFileValidationEnabled == true);

    protected override UpdateTrailRequest With(UpdateTrailRequest request, RepairState state)
    {
        request.EnableLogFileValidation = state.IsOn(nameof(Trail.LogFileValidationEnabled));
        return request;
    }
}
