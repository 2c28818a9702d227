namespace CisPosture.Aws.Tests.Support;

/// <summary>Answers in the form of each protocol.</summary>
internal static class Answers
{
    public static string Query(string operation, string result = "") =>
        $"<{operation}Response><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{operation}Response>";

    public static string Ec2(string operation, string content = "") =>
        $"<{operation}Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId>{content}</{operation}Response>";

    public static (int Status, string Body) Refusal(string code, int status = 403, string message = "no") =>
        (status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r</RequestId></ErrorResponse>");

    public static (int Status, string Body) Ec2Refusal(string code, int status = 403) =>
        (status, $"<Response><Errors><Error><Code>{code}</Code><Message>no</Message></Error></Errors><RequestID>r</RequestID></Response>");

    public static (int Status, string Body) S3Refusal(string code, int status) =>
        (status, $"<Error><Code>{code}</Code><Message>no</Message><RequestId>r</RequestId><HostId>h</HostId></Error>");

    public static (int Status, string Body) JsonRefusal(string code, int status = 400) => (status, $$"""{"__type":"{{code}}","message":"no"}""");
}
