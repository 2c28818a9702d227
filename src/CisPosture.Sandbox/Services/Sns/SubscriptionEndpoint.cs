using System.Text.RegularExpressions;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Sns;

/// <summary>Whom a subscription notifies: what each protocol takes for an endpoint, and who need not be asked.</summary>
internal static partial class SubscriptionEndpoint
{
    public static (string Protocol, string Endpoint) Read(ApiCall call)
    {
        var protocol = call.Input.Required("Protocol");
        var endpoint = call.Input.Text("Endpoint") ?? "";
        var problem = protocol switch
        {
            "email" or "email-json" => MailAddress().IsMatch(endpoint) ? null : "Email address",
            "http" or "https" => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme == protocol ? null : "Endpoint must match the specified protocol",
            "sms" => PhoneNumber().IsMatch(endpoint) ? null : $"Invalid SMS endpoint: {endpoint}",
            "sqs" => IsArn(endpoint, "sqs") ? null : "SQS endpoint ARN",
            "lambda" => IsArn(endpoint, "lambda") ? null : "Lambda endpoint ARN",
            "firehose" => IsArn(endpoint, "firehose") ? null : "Firehose endpoint ARN",
            "application" => IsArn(endpoint, "sns") ? null : "Application endpoint arn invalid",
            _ => $"Amazon SNS does not support this protocol string: {protocol}",
        };
        return problem is null ? (protocol, endpoint) : throw SnsErrors.Invalid(problem);
    }

    /// <summary>AWS's own services need not be asked, but for a queue of another account.</summary>
    public static bool AgreesAtOnce(ApiCall call, string protocol, string endpoint) => protocol switch
    {
        "email" or "email-json" or "http" or "https" => false,
        "sqs" => endpoint.Split(':')[4] == call.Account.AccountId,
        _ => true,
    };

    private static bool IsArn(string text, string service) => text.Split(':') is ["arn", _, var named, _, _, _, ..] && named == service;

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^\+?[0-9]{5,15}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneNumber();
}
