using Amazon.Runtime;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>The name that an operation has on the wire, which its request type carries.</summary>
internal static class WireOperation
{
    private const string Suffix = "Request";

    public static string NameOf(AmazonWebServiceRequest request)
    {
        var type = request.GetType().Name;
        return type.Substring(0, type.Length - Suffix.Length);
    }
}
