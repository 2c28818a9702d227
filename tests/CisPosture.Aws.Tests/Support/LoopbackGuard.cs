namespace CisPosture.Aws.Tests.Support;

/// <summary>Lets no request of a test leave this machine.</summary>
internal sealed class LoopbackGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { IsLoopback: true }
            ? base.SendAsync(request, cancellationToken)
            : throw new NotLoopbackException(request.RequestUri, Authorization(request));

    private static string? Authorization(HttpRequestMessage request) =>
        request.Headers.TryGetValues("Authorization", out var values) ? string.Join(", ", values) : null;
}
