using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Reads the Query protocol's answers, which wrap the result in an element named after the operation.</summary>
internal sealed class QueryResponseUnmarshaller<TResponse> : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public static readonly QueryResponseUnmarshaller<TResponse> Instance = new();

    // Operations that only change something answer without a result.
    private static readonly bool HasResult = WireProperties.Of(typeof(TResponse)).Length > 0;

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = XmlShape.Load(input.Stream);
        var response = new TResponse { ResponseMetadata = new ResponseMetadata { RequestId = XmlShape.Find(root, "RequestId")?.Value } };
        if (HasResult)
        {
            XmlShape.Fill(response, XmlShape.FindResult(root) ?? throw new XmlException($"The answer {root.Name.LocalName} holds no result."));
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        XmlError.Read(input.Stream, innerException, statusCode);
}
