using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CisPosture.Snapshots;

/// <summary>Lets the serializer refuse null where the evidence's declarations allow none, and inside lists, so that controls need not ask.</summary>
internal static class NullRefusal
{
    private const byte NotNull = 1;

    public static void AddTo(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is { } set && property.AttributeProvider is PropertyInfo { PropertyType.IsValueType: false } member)
            {
                var allowsNull = AllowsNull(member);
                // Facts of a finding are objects of any kind, among them nothing.
                var allowsNullElements = member.PropertyType == typeof(IReadOnlyDictionary<string, object>);
                property.Set = (target, value) =>
                {
                    Require(value, allowsNull, allowsNullElements);
                    set(target, value);
                };
            }
        }
    }

    public static JsonException NoValue() => new("null stands where a value should.");

    /// <summary>Refuses null inside a list or among the values of a table.</summary>
    public static void RequireElements(object value)
    {
        var elements = value switch
        {
            string => null,
            IDictionary table => table.Values,
            IEnumerable list => list,
            _ => null,
        };
        if (elements is not null && elements.Cast<object?>().Contains(null))
        {
            throw new JsonException("null stands in a list or a table.");
        }
    }

    private static void Require(object? value, bool allowsNull, bool allowsNullElements)
    {
        if (value is not null)
        {
            if (!allowsNullElements)
            {
                RequireElements(value);
            }
        }
        else if (!allowsNull)
        {
            throw NoValue();
        }
    }

    // The compiler leaves what "?" says in attributes; the runtime's own reader of them came after .NET Standard 2.0.
    private static bool AllowsNull(PropertyInfo member)
    {
        var flag = Flag(member, "System.Runtime.CompilerServices.NullableAttribute");
        for (var type = member.DeclaringType; flag is null && type is not null; type = type.DeclaringType)
        {
            flag = Flag(type, "System.Runtime.CompilerServices.NullableContextAttribute");
        }

        return flag != NotNull;
    }

    private static byte? Flag(MemberInfo member, string attribute)
    {
        var argument = member.CustomAttributes.FirstOrDefault(data => data.AttributeType.FullName == attribute)?.ConstructorArguments[0].Value;
        return argument is IReadOnlyList<CustomAttributeTypedArgument> flags ? (byte?)flags[0].Value : (byte?)argument;
    }
}
