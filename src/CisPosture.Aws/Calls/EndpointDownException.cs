namespace CisPosture.Aws.Calls;

/// <summary>
/// An endpoint that does not answer, and is left alone for a while. It carries no cause, because the SDK tries again whatever was caused by
/// the network.
/// </summary>
internal sealed class EndpointDownException(string message) : Exception(message);
