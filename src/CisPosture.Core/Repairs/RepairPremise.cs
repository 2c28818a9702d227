namespace CisPosture.Repairs;

/// <summary>What a step stands on beside its own setting: it is read once more right before the step is taken.</summary>
/// <param name="Target">What is read.</param>
/// <param name="State">What it was when the step was planned; null where there was nothing.</param>
/// <param name="Otherwise">What it means where it is no longer so: a sentence without its end.</param>
internal sealed record RepairPremise(RepairTarget Target, RepairState? State, string Otherwise);
