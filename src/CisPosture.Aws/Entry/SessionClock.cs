using Amazon.Util.Internal;

namespace CisPosture.Aws.Entry;

/// <summary>Gives the SDK's credentials the time that the session goes by.</summary>
internal sealed class SessionClock(Func<DateTimeOffset> now) : ITimeProvider
{
    public DateTime CorrectedUtcNow => now().UtcDateTime;
}
