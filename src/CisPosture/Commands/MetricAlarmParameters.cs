using CisPosture.Controls;
using CisPosture.Repairs;

namespace CisPosture.Commands;

/// <summary>Reads the parameters of a repair of alarm chains, which two cmdlets share.</summary>
internal static class MetricAlarmParameters
{
    public static MetricAlarmOptions Options(string? topicArn, string topicName, string protocol, string? endpoint)
    {
        if (topicArn is not null && !(Arn.TryParse(topicArn, out var arn) && arn.Service == "sns"))
        {
            throw new PostureException(ErrorId.RepairOptionInvalid, $"-TopicArn is '{topicArn}', which is not the ARN of an SNS topic such as arn:aws:sns:eu-west-1:111122223333:alarms.", topicArn);
        }

        if (endpoint is not null && !Fits(protocol, endpoint))
        {
            throw new PostureException(ErrorId.RepairOptionInvalid, $"-SubscriberEndpoint does not fit -SubscriberProtocol {protocol}: give {Form(protocol)}.");
        }

        return new MetricAlarmOptions { TopicArn = topicArn, TopicName = topicName, SubscriberProtocol = protocol, SubscriberEndpoint = endpoint };
    }

    // An address with a password in it would end up in the journal.
    private static bool Fits(string protocol, string endpoint) => protocol switch
    {
        "email" or "email-json" => endpoint.IndexOf('@') > 0 && endpoint.IndexOf('@') < endpoint.Length - 1,
        "https" => Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0,
        "sqs" or "lambda" => Arn.TryParse(endpoint, out var arn) && arn.Service == protocol,
        _ => endpoint.Length > 0,
    };

    private static string Form(string protocol) => protocol switch
    {
        "email" or "email-json" => "a mail address",
        "https" => "an https address without user name and password",
        "sqs" or "lambda" => $"the ARN of {protocol}",
        _ => "a telephone number",
    };
}
