namespace CisPosture.Aws.Tests.Support;

/// <summary>A test was about to send a request to another machine. Give its client a loopback endpoint.</summary>
public sealed class NotLoopbackException(Uri? address) : Exception($"A test may not send a request to {address}: give its client a loopback endpoint.")
{
    public Uri? Address { get; } = address;
}
