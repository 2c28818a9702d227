using Amazon.Runtime;
using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Support;

/// <summary>Clients whose every service is at a loopback address.</summary>
internal static class TestClients
{
    public const string AccessKey = "AKIAIOSFODNN7EXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    public static readonly Uri Address = new("http://127.0.0.1:9/");

    public static AwsClients Over(HttpMessageHandler network) =>
        new(new BasicAWSCredentials(AccessKey, SecretKey), new Endpoints(Address), new TestHttpClientFactory(network));
}
