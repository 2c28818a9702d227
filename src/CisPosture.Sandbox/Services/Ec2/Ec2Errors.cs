using System.Net;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Ec2;

/// <summary>How EC2 refuses.</summary>
internal sealed class Ec2Errors : ServiceErrors
{
    public override ApiException UnknownOperation(string operation, string? version) =>
        new("InvalidAction", $"The action {operation} is not valid for this web service.");

    public override ApiException Missing(string parameter) =>
        new("MissingParameter", $"The request must contain the parameter {parameter}");

    public override ApiException Invalid(string parameter, string value, string constraint) =>
        new("InvalidParameterValue", $"Value ( {value} ) for parameter {parameter} is invalid. {constraint}.");

    public override ApiException OutOfRange(string parameter, int value, int least, int most) => new(
        "InvalidParameterValue",
        value < least
            ? $"Value ( {value} ) for parameter {Camel(parameter)} is invalid. Expecting a value greater than {least}."
            : $"Value ( {value} ) for parameter {Camel(parameter)} is invalid. Expecting a value smaller than {most}.");

    public override ApiException Malformed(string parameter) =>
        new("InvalidParameterValue", $"The value of the parameter {parameter} cannot be read.");

    public override ApiException AccessDenied(string message) =>
        new("UnauthorizedOperation", $"You are not authorized to perform this operation. {message}", HttpStatusCode.Forbidden);

    public override ApiException Throttled() =>
        Throttled("The maximum request rate permitted by the Amazon EC2 APIs has been exceeded for your account.");

    public override ApiException Throttled(string account, string operation) =>
        Throttled($"Request limit exceeded. Account {account} has been throttled on ec2:{operation} because it exceeded its request rate limit.");

    public override ApiException Unauthenticated(AuthenticationFailure failure) => failure.Kind switch
    {
        AuthenticationFailureKind.MissingToken => new("MissingAuthenticationToken", failure.Message, HttpStatusCode.Forbidden),
        AuthenticationFailureKind.Expired or AuthenticationFailureKind.TokenExpired => new("RequestExpired", "Request has expired."),
        _ => new("AuthFailure", "AWS was not able to validate the provided access credentials", HttpStatusCode.Unauthorized),
    };

    private static ApiException Throttled(string message) => new("RequestLimitExceeded", message, HttpStatusCode.ServiceUnavailable);
}
