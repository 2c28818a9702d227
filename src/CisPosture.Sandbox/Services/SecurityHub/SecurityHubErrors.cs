using System.Net;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.SecurityHub;

/// <summary>How Security Hub refuses.</summary>
internal sealed class SecurityHubErrors : ServiceErrors
{
    private const string InvalidInputCode = "InvalidInputException";

    public static ApiException InvalidInput(string message) => new(InvalidInputCode, message);

    public static ApiException NotSubscribed(string accountId) =>
        new("InvalidAccessException", $"Account {accountId} is not subscribed to AWS Security Hub", HttpStatusCode.Unauthorized);

    public override ApiException UnknownOperation(string operation, string? version) => new("UnknownOperationException", $"The operation {operation} is not known.", HttpStatusCode.NotFound);

    public override ApiException Missing(string parameter) => InvalidInput($"Invalid parameter '{parameter}': a value is required.");

    public override ApiException Invalid(string parameter, string value, string constraint) => InvalidInput($"Invalid parameter '{parameter}': '{value}'. {constraint}");

    public override ApiException Malformed(string parameter) => InvalidInput($"Invalid parameter '{parameter}': it is not of the expected type.");

    public override ApiException AccessDenied(string message) => new("AccessDeniedException", message, HttpStatusCode.Forbidden);

    public override ApiException Throttled() => new("TooManyRequestsException", "Too Many Requests", HttpStatusCode.TooManyRequests);

    public override ApiException InternalFailure() => new("InternalException", "Internal server error", HttpStatusCode.InternalServerError);

    public override ApiException Unauthenticated(AuthenticationFailure failure)
    {
        var code = failure.Kind switch
        {
            AuthenticationFailureKind.MissingToken => "MissingAuthenticationTokenException",
            AuthenticationFailureKind.Incomplete => "IncompleteSignatureException",
            AuthenticationFailureKind.UnknownKey or AuthenticationFailureKind.BadToken or AuthenticationFailureKind.RegionOff => "UnrecognizedClientException",
            AuthenticationFailureKind.TokenExpired => "ExpiredTokenException",
            _ => "InvalidSignatureException",
        };
        return new ApiException(code, failure.Message, HttpStatusCode.Forbidden);
    }
}
