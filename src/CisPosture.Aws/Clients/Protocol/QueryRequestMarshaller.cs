using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>Writes a request as the Query protocol's form fields.</summary>
internal sealed class QueryRequestMarshaller(ServiceDescription service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.ServiceId) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = WireOperation.NameOf(input);
        request.Parameters["Version"] = service.ApiVersion;
        foreach (var property in WireProperties.Of(input.GetType()))
        {
            Add(request.Parameters, property.Name, property.GetValue(input));
        }

        request.Headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
        request.ContentStream = AWSSDKUtils.WriteParametersToPooledStream(request);
        return request;
    }

    private static void Add(IDictionary<string, string> fields, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                fields[name] = text;
                break;
            case int number:
                fields[name] = number.ToString(CultureInfo.InvariantCulture);
                break;
            case List<string> texts:
                AddList(fields, name, texts);
                break;
            default:
                throw new NotSupportedException($"The Query marshaller does not know how to write {name} of type {value.GetType().Name}.");
        }
    }

    private static void AddList(IDictionary<string, string> fields, string name, List<string> texts)
    {
        for (var index = 0; index < texts.Count; index++)
        {
            fields[string.Format(CultureInfo.InvariantCulture, "{0}.member.{1}", name, index + 1)] = texts[index];
        }
    }
}
