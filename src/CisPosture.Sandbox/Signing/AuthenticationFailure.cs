namespace CisPosture.Sandbox.Signing;

/// <summary>Why a request's signature was not accepted. Each service has its own code for it.</summary>
internal sealed record AuthenticationFailure(AuthenticationFailureKind Kind, string Message)
{
    /// <summary>Where a signature for another Region was expected, that Region; S3 tells it.</summary>
    public string? ExpectedRegion { get; init; }
}
