using CisPosture.Accounts;
using CisPosture.Aws.Repairs;
using CisPosture.Aws.Repairs.Planners;
using CisPosture.Aws.Repairs.Settings;
using CisPosture.Repairs;

namespace CisPosture.Aws.Tests.Repairs;

public sealed class KeyRotationRepairTests
{
    private const string Arn = "arn:aws:kms:eu-west-1:111122223333:key/1";

    private static readonly KmsKeyMetadata Key = new()
    {
        KeyId = "1", Arn = Arn, AccountId = RepairSamples.Account, KeyManager = "CUSTOMER", KeyState = "Enabled", Origin = "AWS_KMS", KeySpec = "SYMMETRIC_DEFAULT", KeyUsage = "ENCRYPT_DECRYPT",
    };

    [Fact]
    public void Rotation_is_turned_on_in_the_Region_of_the_key_and_can_be_turned_off_again()
    {
        var step = Assert.Single(Plan(Key, KeyRotationSetting.Off).Steps);

        Assert.Equal(("kms:EnableKeyRotation", "eu-west-1", Arn), (step.Call.Operation, step.Target.Region, step.Target.ResourceId));
        Assert.Equal("kms:DisableKeyRotation", step.Inverse?.Operation);
        Assert.Equal(Arn, step.Inverse?.Parameters.Text("KeyId"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(180)]
    public void A_key_that_is_rotated_stays_as_it_is_however_often(int? period) =>
        Assert.True(Plan(Key, KeyRotationSetting.On.With("RotationPeriodInDays", period)).IsCompliant);

    [Fact]
    public void A_key_that_was_disabled_since_the_scan_is_skipped_with_the_reason()
    {
        var skip = Plan(Key with { KeyState = "Disabled" }, rotation: null).Skip;
        Assert.Equal(ReasonCode.NotApplicable, skip?.ReasonCode);
        Assert.Contains("disabled", skip?.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_replica_is_skipped() =>
        Assert.Equal(ReasonCode.NotApplicable, Plan(Key with { IsMultiRegion = true, MultiRegionKeyType = "REPLICA", PrimaryKeyArn = "arn:aws:kms:us-east-1:111122223333:key/1" }, rotation: null).Skip?.ReasonCode);

    [Theory]
    [InlineData("NotFoundException", ReasonCode.ServiceError, RepairReasonCode.ResourceGone)]
    [InlineData("AccessDeniedException", ReasonCode.AccessDenied, ReasonCode.AccessDenied)]
    public void A_key_that_cannot_be_read_is_skipped_alone(string errorCode, string gapCode, string reasonCode)
    {
        var gap = new EvidenceGap { ReasonCode = gapCode, Operation = "kms:DescribeKey", Permission = "kms:DescribeKey", Region = "eu-west-1", ErrorCode = errorCode };
        var other = Arn + "2";
        var live = new Dictionary<string, LiveKey>(StringComparer.Ordinal)
        {
            [Arn] = new LiveKey(Evidence.Missing<KmsKeyMetadata>(gap), Rotation: null),
            [other] = new LiveKey(Evidence.Of(Key with { Arn = other }), Evidence.Of(new SettingReading(KeyRotationSetting.Off))),
        };

        var subjects = new[] { RepairSamples.Subject("2.8", Arn, "eu-west-1"), RepairSamples.Subject("2.8", other, "eu-west-1") };
        var plans = new KeyRotationRepair().Plan(RepairSamples.Place, live, subjects, new RepairOptions());

        RepairSamples.CoversOnce(subjects, plans);
        Assert.Equal(reasonCode, plans[0].Skip?.ReasonCode);
        Assert.Single(plans[1].Steps);
    }

    private static RepairPlan Plan(KmsKeyMetadata key, RepairState? rotation)
    {
        var live = new Dictionary<string, LiveKey>(StringComparer.Ordinal)
        {
            [Arn] = new LiveKey(Evidence.Of(key), rotation is null ? null : Evidence.Of(new SettingReading(rotation))),
        };
        return Assert.Single(new KeyRotationRepair().Plan(RepairSamples.Place, live, [RepairSamples.Subject("2.8", Arn, "eu-west-1")], new RepairOptions()));
    }
}
