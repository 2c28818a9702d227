using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json.Nodes;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Protocols;

/// <summary>Reads requests and writes answers in CBOR as Smithy's RPC protocol has it.</summary>
internal static class CborShapes
{
    public static byte[] Write(Structure structure)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        WriteMap(writer, structure.ToArray());
        return writer.Encode();
    }

    public static JsonNode? Read(byte[] data) => ReadValue(new CborReader(data, CborConformanceMode.Lax));

    private static void WriteMap(CborWriter writer, IReadOnlyList<KeyValuePair<string, object>> members)
    {
        writer.WriteStartMap(members.Count);
        foreach (var (name, value) in members)
        {
            writer.WriteTextString(name);
            WriteValue(writer, value);
        }

        writer.WriteEndMap();
    }

    private static void WriteValue(CborWriter writer, object value)
    {
        switch (value)
        {
            case Structure structure: WriteMap(writer, structure.ToArray()); break;
            case Map map: WriteMap(writer, map.Entries); break;
            case object[] items: WriteList(writer, items); break;
            case string text: writer.WriteTextString(text); break;
            case bool flag: writer.WriteBoolean(flag); break;
            case int number: writer.WriteInt32(number); break;
            case long number: writer.WriteInt64(number); break;
            case double number: writer.WriteDouble(number); break;
            case DateTimeOffset time: WriteTime(writer, time); break;
            case byte[] data: writer.WriteByteString(data); break;
            default: throw new InvalidOperationException($"A {value.GetType()} has no form in CBOR.");
        }
    }

    private static void WriteTime(CborWriter writer, DateTimeOffset time)
    {
        writer.WriteTag(CborTag.UnixTimeSeconds);
        writer.WriteDouble(time.ToUnixTimeMilliseconds() / 1000d);
    }

    private static void WriteList(CborWriter writer, object[] items)
    {
        writer.WriteStartArray(items.Length);
        foreach (var item in items) WriteValue(writer, item);
        writer.WriteEndArray();
    }

    private static JsonNode? ReadValue(CborReader reader)
    {
        while (reader.PeekState() == CborReaderState.Tag) reader.ReadTag();
        return reader.PeekState() switch
        {
            CborReaderState.StartMap => ReadMap(reader),
            CborReaderState.StartArray => ReadList(reader),
            CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => JsonValue.Create(reader.ReadTextString()),
            CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString => JsonValue.Create(Convert.ToBase64String(reader.ReadByteString())),
            CborReaderState.Boolean => JsonValue.Create(reader.ReadBoolean()),
            CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => JsonValue.Create(reader.ReadInt64()),
            CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat =>
                JsonValue.Create(reader.ReadDouble().ToString("R", CultureInfo.InvariantCulture)),
            CborReaderState.Null => ReadNull(reader),
            var state => throw new CborContentException($"A request has no use for {state}."),
        };
    }

    private static JsonNode? ReadNull(CborReader reader)
    {
        reader.ReadNull();
        return null;
    }

    private static JsonObject ReadMap(CborReader reader)
    {
        var members = new JsonObject();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            members[name] = ReadValue(reader);
        }

        reader.ReadEndMap();
        return members;
    }

    private static JsonArray ReadList(CborReader reader)
    {
        var items = new JsonArray();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray) items.Add(ReadValue(reader));
        reader.ReadEndArray();
        return items;
    }
}
