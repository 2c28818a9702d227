using System.Text;
using System.Text.Json;

namespace CisPosture.Suppressions;

/// <summary>Finds the rules in a JSON text, each with its line. Comments and commas at the end are allowed, because people write these files.</summary>
internal ref struct JsonSuppressions
{
    private readonly string _path;
    private readonly byte[] _text;
    private Utf8JsonReader _reader;
    private long _counted;
    private int _line;

    private JsonSuppressions(string path, byte[] text)
    {
        _path = path;
        _text = text;
        _line = 1;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Reads a text.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <returns>The rules in their order.</returns>
    /// <exception cref="PostureException">The text is no JSON, or holds no list of rules.</exception>
    public static IReadOnlyList<SuppressionEntry> Read(string path, string text)
    {
        var reader = new JsonSuppressions(path, Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.ReadFile();
        }
        catch (JsonException cause)
        {
            throw SuppressionFailure.Invalid(path, (int)(cause.LineNumber ?? 0) + 1, JsonFailure.Reason(cause), cause);
        }
    }

    private IReadOnlyList<SuppressionEntry> ReadFile()
    {
        Advance();
        List<SuppressionEntry>? entries = null;
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            entries = ReadList();
        }
        else if (_reader.TokenType == JsonTokenType.StartObject)
        {
            while (Advance() && _reader.TokenType == JsonTokenType.PropertyName)
            {
                entries = ReadMember() ?? entries;
            }
        }

        // To the end, where a file that was cut off shows.
        while (_reader.Read())
        {
        }

        return entries ?? throw SuppressionFailure.NoList(_path, _line);
    }

    private List<SuppressionEntry>? ReadMember()
    {
        var isRules = string.Equals(_reader.GetString(), "suppressions", StringComparison.OrdinalIgnoreCase);
        Advance();
        if (!isRules)
        {
            _reader.Skip();
            return null;
        }

        return _reader.TokenType == JsonTokenType.StartArray ? ReadList() : throw SuppressionFailure.NoList(_path, _line);
    }

    private List<SuppressionEntry> ReadList()
    {
        var entries = new List<SuppressionEntry>();
        while (Advance() && _reader.TokenType != JsonTokenType.EndArray)
        {
            entries.Add(ReadEntry());
        }

        return entries;
    }

    private SuppressionEntry ReadEntry()
    {
        var line = _line;
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _reader.Skip();
            return new SuppressionEntry(line, Fields: null);
        }

        var fields = new List<SuppressionField>();
        while (Advance() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            var fieldLine = _line;
            Advance();
            fields.Add(new SuppressionField(name, ReadTexts(), fieldLine));
        }

        return new SuppressionEntry(line, fields);
    }

    private List<string>? ReadTexts()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return ReadText() is { } text ? [text] : null;
        }

        List<string>? texts = [];
        while (Advance() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var text = ReadText();
            texts = text is null ? null : texts;
            texts?.Add(text!);
        }

        return texts;
    }

    // A number as it was written: 1.20 is a control, and not 1.2.
    private string? ReadText()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return _reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(_reader.ValueSpan.ToArray());
            default:
                _reader.Skip();
                return null;
        }
    }

    private bool Advance()
    {
        var isRead = _reader.Read();
        for (; _counted < _reader.TokenStartIndex; _counted++)
        {
            _line += _text[_counted] == (byte)'\n' ? 1 : 0;
        }

        return isRead;
    }
}
