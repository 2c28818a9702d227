using System.Collections;
using System.Globalization;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;
using CisPosture.Repairs;

namespace CisPosture.Aws.Repairs;

/// <summary>A request as data: the members that it sets, by their names. No request of a repair holds a secret.</summary>
internal static class RequestParameters
{
    public static RepairState Of(AmazonWebServiceRequest request) => RepairState.From(Members(request));

    private static Dictionary<string, object?> Members(object shape)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in WireProperties.Of(shape.GetType()).Where(property => property.CanRead && property.GetIndexParameters().Length == 0))
        {
            members[property.Name] = Plain(property.GetValue(shape));
        }

        return members;
    }

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or int or long or double or decimal => value,
        ConstantClass constant => constant.Value,
        DateTime time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IDictionary map => map.Keys.Cast<object>().ToDictionary(key => key.ToString()!, key => Plain(map[key]), StringComparer.Ordinal),
        IEnumerable items => items.Cast<object?>().Select(Plain).ToList(),
        _ => Members(value),
    };
}
