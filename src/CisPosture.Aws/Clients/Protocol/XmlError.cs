using System.Net;
using System.Xml;
using Amazon.Runtime;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Reads the error documents of the XML protocols.</summary>
internal static class XmlError
{
    public static AmazonServiceException Read(Stream stream, Exception inner, HttpStatusCode status)
    {
        try
        {
            var root = XmlShape.Load(stream);
            var requestId = XmlShape.Find(root, "RequestId") ?? XmlShape.Find(root, "RequestID");
            return WireException.Make(XmlShape.Find(root, "Code")?.Value, XmlShape.Find(root, "Message")?.Value, requestId?.Value, status, inner);
        }
        catch (XmlException)
        {
            // A proxy or load balancer answered in a language of its own: its status is all there is.
            return WireException.Make(code: null, message: null, requestId: null, status, inner);
        }
    }
}
