using System.Collections;
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
            case bool flag:
                fields[name] = flag ? "true" : "false";
                break;
            case double number:
                fields[name] = number.ToString("R", CultureInfo.InvariantCulture);
                break;
            case IFormattable number when value.GetType().IsPrimitive:
                fields[name] = number.ToString(null, CultureInfo.InvariantCulture);
                break;
            case IDictionary<string, string> map:
                AddMap(fields, name, map);
                break;
            case IList items:
                AddList(fields, name, items);
                break;
            default:
                AddStructure(fields, name, value);
                break;
        }
    }

    // A list or map that is set but empty is sent as an empty text: it means "none", where leaving it out means "as it is".
    private static void AddList(IDictionary<string, string> fields, string name, IList items)
    {
        if (items.Count == 0)
        {
            fields[name] = "";
        }

        for (var index = 0; index < items.Count; index++)
        {
            Add(fields, $"{name}.member.{Number(index)}", items[index]);
        }
    }

    private static void AddMap(IDictionary<string, string> fields, string name, IDictionary<string, string> map)
    {
        if (map.Count == 0)
        {
            fields[name] = "";
        }

        var index = 0;
        foreach (var entry in map)
        {
            var prefix = $"{name}.entry.{Number(index++)}";
            fields[$"{prefix}.key"] = entry.Key;
            fields[$"{prefix}.value"] = entry.Value;
        }
    }

    private static void AddStructure(IDictionary<string, string> fields, string name, object structure)
    {
        var members = WireProperties.Of(structure.GetType());
        if (members.Length == 0 || structure.GetType().Namespace == nameof(System))
        {
            throw new NotSupportedException($"The Query marshaller does not know how to write {name} of type {structure.GetType().Name}.");
        }

        foreach (var member in members)
        {
            Add(fields, $"{name}.{member.Name}", member.GetValue(structure));
        }
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
