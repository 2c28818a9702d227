using System.Collections.Concurrent;
using System.Reflection;

namespace CisPosture.Aws.Clients.Protocol;

/// <summary>The members of a request, response or shape that travel on the wire: those that it declares itself, not those of the SDK's base.</summary>
internal static class WireProperties
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static PropertyInfo[] Of(Type type) =>
        Known.GetOrAdd(type, static shape => shape.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly));
}
