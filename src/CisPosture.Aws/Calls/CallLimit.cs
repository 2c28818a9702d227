namespace CisPosture.Aws.Calls;

/// <summary>What AWS counts together and how much of it AWS documents that it bears.</summary>
/// <param name="Scope">Names it within the service: one operation, several that share a limit, or the whole service.</param>
/// <param name="Rate">Requests a second, for as long as one likes; null where AWS does not say.</param>
/// <param name="Burst">Requests at once, after a pause; null where AWS does not say more than the rate.</param>
internal sealed record CallLimit(string Scope, double? Rate = null, double? Burst = null);
