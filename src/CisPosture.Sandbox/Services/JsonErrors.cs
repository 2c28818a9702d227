using System.Net;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>How the services of the JSON protocols refuse.</summary>
internal sealed class JsonErrors : ServiceErrors
{
    /// <summary>The code of a broken constraint; CloudWatch Logs has its own.</summary>
    public string InvalidCode { get; init; } = "ValidationException";

    public override ApiException UnknownOperation(string operation, string? version) =>
        new("UnknownOperationException", $"The operation {operation} is not known.");

    public override ApiException Missing(string parameter) => new(InvalidCode, AbsentMessage(parameter));

    public override ApiException Invalid(string parameter, string value, string constraint) =>
        new(InvalidCode, ConstraintMessage(parameter, value, constraint));

    public override ApiException Malformed(string parameter) =>
        new("SerializationException", $"The value of the member {parameter} is not of the expected type.");

    public override ApiException AccessDenied(string message) => new("AccessDeniedException", message);

    public override ApiException Throttled() => new("ThrottlingException", "Rate exceeded");

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
        return new ApiException(code, failure.Message, HttpStatusCode.BadRequest);
    }
}
