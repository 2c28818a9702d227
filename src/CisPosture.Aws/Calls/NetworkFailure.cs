using System.Net;
using System.Net.Sockets;

namespace CisPosture.Aws.Calls;

/// <summary>Tells failures of the network from all others.</summary>
internal static class NetworkFailure
{
    /// <summary>True where no whole answer came.</summary>
    public static bool Is(Exception exception) => Causes(exception).Any(cause =>
        cause is HttpRequestException or IOException or SocketException or WebException or TimeoutException or OperationCanceledException
        && cause is not (FileNotFoundException or FileLoadException));

    /// <summary>True where nobody said no: the time that there was went by in silence.</summary>
    public static bool IsTimeout(Exception exception) => Causes(exception).Any(cause => cause is TimeoutException or OperationCanceledException
        || cause is SocketException { SocketErrorCode: SocketError.TimedOut } or WebException { Status: WebExceptionStatus.Timeout });

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
