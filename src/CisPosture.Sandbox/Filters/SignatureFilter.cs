using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CisPosture.Sandbox.Signing;
using CisPosture.Sandbox.State;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Accepts only requests with a Signature Version 4 of a known key, made now, for this service and Region; but for operations that take none.</summary>
internal sealed class SignatureFilter : IRequestFilter
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";
    private const string ExpiredToken = "The security token included in the request is expired";
    private const string InvalidToken = "The security token included in the request is invalid.";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Service.Operations.TryGetValue(call.Operation, out var operation) && operation.IsUnsigned) return ValueTask.CompletedTask;
        try
        {
            call.Caller = Verify(call);
            return ValueTask.CompletedTask;
        }
        catch (AuthenticationException exception)
        {
            throw call.Errors.Unauthenticated(exception.Failure);
        }
    }

    private static SandboxCredential Verify(ApiCall call)
    {
        var text = call.Request.Header("Authorization") ?? throw Failure(AuthenticationFailureKind.MissingToken, "Request is missing Authentication Token");
        var header = AuthorizationHeader.Parse(text) ?? throw Failure(AuthenticationFailureKind.Incomplete, "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters.");
        var credential = Credential(call, header);
        var timestamp = Timestamp(call, header);
        CheckScope(call, header.Scope);
        CheckSignedHeaders(call.Request, header);
        var payloadHash = PayloadHash(call.Request);
        var expected = SignatureV4.Compute(call.Request, header, credential.SecretAccessKey, timestamp, payloadHash, call.Service.SigningName == "s3");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(header.Signature)))
        {
            throw Failure(
                AuthenticationFailureKind.Mismatch,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }

        return credential;
    }

    private static SandboxCredential Credential(ApiCall call, AuthorizationHeader header)
    {
        var credential = call.Account.Credential(header.AccessKeyId) ?? throw Failure(AuthenticationFailureKind.UnknownKey, InvalidToken);
        var token = call.Request.Header("X-Amz-Security-Token");
        if (token != credential.SessionToken) throw Failure(AuthenticationFailureKind.BadToken, InvalidToken);
        return credential.Expiration <= call.Now ? throw Failure(AuthenticationFailureKind.TokenExpired, ExpiredToken) : credential;
    }

    private static string Timestamp(ApiCall call, AuthorizationHeader header)
    {
        var text = call.Request.Header("X-Amz-Date") ?? throw Failure(AuthenticationFailureKind.Incomplete, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (!DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw Failure(AuthenticationFailureKind.Incomplete, "Date must be in ISO-8601 'basic format'.");
        }

        if (!text.StartsWith(header.Scope.Date, StringComparison.Ordinal))
        {
            throw Failure(AuthenticationFailureKind.Mismatch, "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
        }

        return (call.Now - time).Duration() <= Tolerance ? text : throw OutOfTime(call, text, time);
    }

    private static AuthenticationException OutOfTime(ApiCall call, string text, DateTimeOffset time)
    {
        var bound = (time < call.Now ? call.Now - Tolerance : call.Now + Tolerance).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return Failure(AuthenticationFailureKind.Expired, time < call.Now
            ? $"Signature expired: {text} is now earlier than {bound} (5 min.)"
            : $"Signature not yet current: {text} is still later than {bound} (5 min.)");
    }

    private static void CheckScope(ApiCall call, CredentialScope scope)
    {
        if (scope.Service != call.Service.SigningName) throw Failure(AuthenticationFailureKind.WrongScope, $"Credential should be scoped to correct service: '{call.Service.SigningName}'. ");
        if (call.Service.RequiredRegion(call) is { } required)
        {
            if (scope.Region != required) throw WrongRegion(scope.Region, required);
        }
        else if (!call.Account.IsEnabled(scope.Region))
        {
            throw Failure(AuthenticationFailureKind.RegionOff, InvalidToken);
        }
    }

    private static AuthenticationException WrongRegion(string actual, string required) =>
        new(new AuthenticationFailure(AuthenticationFailureKind.WrongScope, $"Credential should be scoped to a valid region, not '{actual}'. ") { ExpectedRegion = required });

    /// <summary>A header that AWS reads but that the signature does not cover could have been added on the way.</summary>
    private static void CheckSignedHeaders(AwsRequest request, AuthorizationHeader header)
    {
        var unsigned = request.Headers.Keys.Append("host")
            .Select(name => name.ToLowerInvariant())
            .FirstOrDefault(name => (name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal)) && !header.SignedHeaders.Contains(name, StringComparer.Ordinal));
        if (unsigned is not null) throw Failure(AuthenticationFailureKind.Mismatch, $"'{unsigned}' must be a 'SignedHeader' in the AWS Authorization.");
    }

    private static string PayloadHash(AwsRequest request)
    {
        var actual = SignatureV4.Hash(request.Body);
        var declared = request.Header("X-Amz-Content-Sha256");
        if (declared is null || declared == actual || declared == UnsignedPayload) return declared ?? actual;
        throw Failure(AuthenticationFailureKind.BodyMismatch, "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    private static AuthenticationException Failure(AuthenticationFailureKind kind, string message) => new(new AuthenticationFailure(kind, message));
}
