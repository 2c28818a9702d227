using System.Net;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>How the services of the Query protocol refuse: IAM, STS, SNS, CloudWatch.</summary>
internal sealed class QueryErrors : ServiceErrors
{
    /// <summary>The code of a refusal for lack of permission; SNS has its own.</summary>
    public string AccessDeniedCode { get; init; } = "AccessDenied";

    /// <summary>The code of a broken constraint; SNS and CloudWatch have their own.</summary>
    public string InvalidCode { get; init; } = "ValidationError";

    public override ApiException UnknownOperation(string operation, string? version) =>
        new("InvalidAction", $"Could not find operation {operation} for version {version ?? "NO_VERSION_SPECIFIED"}");

    public override ApiException Missing(string parameter) => new(InvalidCode, AbsentMessage(parameter));

    public override ApiException Invalid(string parameter, string value, string constraint) =>
        new(InvalidCode, ConstraintMessage(parameter, value, constraint));

    public override ApiException Malformed(string parameter) =>
        new("MalformedInput", $"The value of the parameter {parameter} cannot be read");

    public override ApiException AccessDenied(string message) => new(AccessDeniedCode, message, HttpStatusCode.Forbidden);

    public override ApiException Throttled() => new("Throttling", "Rate exceeded");

    public override ApiException Unauthenticated(AuthenticationFailure failure)
    {
        var code = failure.Kind switch
        {
            AuthenticationFailureKind.MissingToken => "MissingAuthenticationToken",
            AuthenticationFailureKind.Incomplete => "IncompleteSignature",
            AuthenticationFailureKind.UnknownKey or AuthenticationFailureKind.BadToken or AuthenticationFailureKind.RegionOff => "InvalidClientTokenId",
            AuthenticationFailureKind.TokenExpired => "ExpiredToken",
            _ => "SignatureDoesNotMatch",
        };
        return new ApiException(code, failure.Message, HttpStatusCode.Forbidden);
    }
}
