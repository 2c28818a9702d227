using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>A kind of thing that can be read of an account, by itself or because a step stands on it.</summary>
internal abstract class Fact
{
    /// <summary>The name of the kind. That of a setting stands in journals and never changes its meaning.</summary>
    public abstract string Kind { get; }

    /// <summary>Reads the live state.</summary>
    /// <exception cref="Calls.ApiCallException">AWS did not answer with it. That the thing does not exist is an answer.</exception>
    public abstract Task<SettingReading> ReadAsync(RepairContext context, RepairTarget target);
}
