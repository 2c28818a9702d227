using System.Net;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.S3;

/// <summary>How S3 refuses.</summary>
internal sealed class S3Errors : ServiceErrors
{
    public override ApiException UnknownOperation(string operation, string? version) =>
        new("NotImplemented", $"A header or query you provided implies functionality that is not implemented: {operation}.", HttpStatusCode.NotImplemented);

    public override ApiException Missing(string parameter) => new("InvalidRequest", $"Missing required header for this request: {parameter}");

    public override ApiException Invalid(string parameter, string value, string constraint) => new("InvalidArgument", $"{parameter}: {constraint}");

    public override ApiException Malformed(string parameter) => new("InvalidArgument", $"{parameter} cannot be read");

    public override ApiException AccessDenied(string message) => new("AccessDenied", message, HttpStatusCode.Forbidden);

    public override ApiException Throttled() => new("SlowDown", "Please reduce your request rate.", HttpStatusCode.ServiceUnavailable);

    public override ApiException InternalFailure() =>
        new("InternalError", "We encountered an internal error. Please try again.", HttpStatusCode.InternalServerError);

    public override ApiException Unauthenticated(AuthenticationFailure failure) => failure.Kind switch
    {
        AuthenticationFailureKind.MissingToken => AccessDenied("Access Denied"),
        AuthenticationFailureKind.UnknownKey or AuthenticationFailureKind.RegionOff => new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", HttpStatusCode.Forbidden),
        AuthenticationFailureKind.BadToken => new("InvalidToken", "The provided token is malformed or otherwise invalid."),
        AuthenticationFailureKind.TokenExpired => new("ExpiredToken", "The provided token has expired."),
        AuthenticationFailureKind.Expired => new("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", HttpStatusCode.Forbidden),
        AuthenticationFailureKind.BodyMismatch => new("XAmzContentSHA256Mismatch", failure.Message),
        AuthenticationFailureKind.WrongScope when failure.ExpectedRegion is { } region => WrongRegion(region),
        AuthenticationFailureKind.Incomplete or AuthenticationFailureKind.WrongScope => new("AuthorizationHeaderMalformed", failure.Message),
        _ => new("SignatureDoesNotMatch", failure.Message, HttpStatusCode.Forbidden),
    };

    /// <summary>Clients read the Region out of this and try again there.</summary>
    public static ApiException WrongRegion(string region) => new("AuthorizationHeaderMalformed", $"The authorization header is malformed; the region is wrong; expecting '{region}'")
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["Region"] = region },
        Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["x-amz-bucket-region"] = region },
    };
}
