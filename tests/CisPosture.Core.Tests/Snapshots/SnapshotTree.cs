using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CisPosture.Accounts;
using CisPosture.Snapshots;

namespace CisPosture.Core.Tests.Snapshots;

/// <summary>Walks over the JSON of a snapshot, with what the code declares of each place.</summary>
internal static class SnapshotTree
{
    /// <summary>The objects that stand for records and evidence; not the tables, whose names are data.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode file) =>
        Places(file).Where(place => place.Member is not null || place.Parent is JsonArray || place.IsFact)
            .Select(place => place.Node).OfType<JsonObject>().Prepend(file.AsObject())
            .Where(node => !IsTable(node, file));

    /// <summary>All texts that stand as values.</summary>
    public static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject parent => parent.Where(member => member.Value is not null).SelectMany(member => Texts(member.Value!)),
        JsonArray list => list.Where(element => element is not null).SelectMany(element => Texts(element!)),
        _ => node.GetValueKind() == JsonValueKind.String ? [node.GetValue<string>()] : [],
    };

    /// <summary>The same JSON with the members of every object back to front.</summary>
    public static JsonNode Reversed(JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Reverse().Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Reversed(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Reversed)]),
        _ => node!.DeepClone(),
    };

    /// <summary>Every place below the root, with the member that declares it.</summary>
    public static IReadOnlyList<Place> Places(JsonNode file)
    {
        var places = new List<Place>();
        AddRecord(places, file.AsObject(), typeof(SnapshotContent));
        return places;
    }

    private static bool IsTable(JsonObject node, JsonNode file) => node != file && node.Count > 0 && node.All(member => member.Key.StartsWith("key-", StringComparison.Ordinal));

    private static void AddRecord(List<Place> places, JsonObject node, Type type)
    {
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (node[name] is { } child)
            {
                places.Add(new Place(node, name, child, property, IsFact: false));
                Add(places, child, property.PropertyType);
            }
        }
    }

    private static void Add(List<Place> places, JsonNode node, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Evidence<>))
        {
            AddPart(places, node, "value", type.GetGenericArguments()[0]);
            AddPart(places, node, "gap", typeof(EvidenceGap));
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                places.Add(new Place(list, index.ToString(System.Globalization.CultureInfo.InvariantCulture), list[index]!, Member: null, IsFact: false));
                Add(places, list[index]!, type.GetGenericArguments()[0]);
            }
        }
        else if (node is JsonObject table && type.IsGenericType)
        {
            foreach (var (key, value) in table)
            {
                AddPart(places, table, key, type.GetGenericArguments()[1]);
            }
        }
        else if (node is JsonObject parent)
        {
            AddRecord(places, parent, type);
        }
    }

    private static void AddPart(List<Place> places, JsonNode parent, string name, Type type)
    {
        if (parent[name] is { } child)
        {
            places.Add(new Place(parent, name, child, Member: null, IsFact: true));
            Add(places, child, type);
        }
    }

    /// <summary>A place in the file: where it stands, and the member that declares it, if any.</summary>
    internal sealed record Place(JsonNode Parent, string Name, JsonNode Node, PropertyInfo? Member, bool IsFact)
    {
        /// <summary>Puts something else there, and hands out how to put things right again.</summary>
        public Action Replace(JsonNode? other)
        {
            Set(other);
            return () => Set(Node);
        }

        private void Set(JsonNode? node)
        {
            if (Parent is JsonArray list)
            {
                list[int.Parse(Name, System.Globalization.CultureInfo.InvariantCulture)] = node;
            }
            else
            {
                Parent[Name] = node;
            }
        }
    }
}
