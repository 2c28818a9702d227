using System.Globalization;
using System.Net;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>The words in which a service refuses what is not about its own resources: parameters, unknown operations, signatures, permissions.</summary>
internal abstract class ServiceErrors
{
    /// <summary>The operation does not exist.</summary>
    public abstract ApiException UnknownOperation(string operation, string? version);

    /// <summary>A required parameter is absent.</summary>
    public abstract ApiException Missing(string parameter);

    /// <summary>A parameter breaks a constraint.</summary>
    public abstract ApiException Invalid(string parameter, string value, string constraint);

    /// <summary>A number is too small or too large.</summary>
    public virtual ApiException OutOfRange(string parameter, int value, int least, int most) => Invalid(
        parameter,
        value.ToString(CultureInfo.InvariantCulture),
        value < least ? $"Member must have value greater than or equal to {least}" : $"Member must have value less than or equal to {most}");

    /// <summary>A parameter is of the wrong type.</summary>
    public abstract ApiException Malformed(string parameter);

    /// <summary>The signature was not accepted.</summary>
    public abstract ApiException Unauthenticated(AuthenticationFailure failure);

    /// <summary>The caller lacks the permission.</summary>
    public abstract ApiException AccessDenied(string message);

    /// <summary>The account asks faster than the service answers.</summary>
    public abstract ApiException Throttled();

    /// <summary>The account asks for an operation faster than the service answers that one. Most services say the same.</summary>
    public virtual ApiException Throttled(string account, string operation) => Throttled();

    /// <summary>The sandbox itself failed.</summary>
    public virtual ApiException InternalFailure() =>
        new("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", HttpStatusCode.InternalServerError);

    /// <summary>Parameters appear in messages with a small first letter.</summary>
    protected static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The sentence with which most services report a broken constraint.</summary>
    protected static string ConstraintMessage(string parameter, string value, string constraint) =>
        $"1 validation error detected: Value '{value}' at '{Camel(parameter)}' failed to satisfy constraint: {constraint}";

    /// <summary>The sentence with which most services report an absent parameter.</summary>
    protected static string AbsentMessage(string parameter) =>
        $"1 validation error detected: Value null at '{Camel(parameter)}' failed to satisfy constraint: Member must not be null";
}
