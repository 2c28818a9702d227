namespace CisPosture.Aws.Tests.Support;

/// <summary>A test was about to send a request to another machine. Give its client a loopback endpoint.</summary>
public sealed class NotLoopbackException(Uri? address, string? authorization) : Exception($"A test may not send a request to {address}: give its client a loopback endpoint.")
{
    public Uri? Address { get; } = address;

    /// <summary>The request's signature, which tells the service and the Region that it was signed for; null where it had none.</summary>
    public string? Authorization { get; } = authorization;
}
