using CisPosture.Accounts;

namespace CisPosture.Aws.Repairs.Planners;

/// <summary>AWS Config in a Region.</summary>
/// <param name="Recorder">The customer's recorder.</param>
/// <param name="Recording">Whether it is switched on.</param>
/// <param name="Channel">The delivery channel.</param>
/// <param name="IsBucketGone">Whether the channel leads to a bucket that does not exist.</param>
/// <param name="Status">The recorder as scans see it; null where there is none.</param>
internal sealed record LiveRecorder(SettingReading Recorder, SettingReading Recording, SettingReading Channel, bool IsBucketGone, ConfigRecorder? Status);
