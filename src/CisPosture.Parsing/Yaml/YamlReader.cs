using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CisPosture.Yaml;

/// <summary>Reads the YAML that people write: one document of texts, lists and tables. Types are left alone, and aliases refused, which could make much of little.</summary>
internal sealed class YamlReader
{
    private const int MostLevels = 64;

    private readonly IParser _parser;
    private int _level;
    private int _line = 1;

    private YamlReader(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What stands in it; null for an empty document.</returns>
    /// <exception cref="YamlFormatException">The text cannot be read.</exception>
    public static YamlValue? Read(string text)
    {
        var reader = new YamlReader(text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException cause)
        {
            // The end of the text has a line of its own, which nobody sees.
            var lines = text.Count(character => character == '\n') + 1;
            throw new YamlFormatException(Math.Min(lines, Math.Max((int)cause.Start.Line, reader._line)), Sentence(cause.Message), cause);
        }
        catch (InvalidOperationException cause)
        {
            // The scanner loses its way in some texts, and says so in this manner.
            throw new YamlFormatException(reader._line, "what follows is no YAML.", cause);
        }
    }

    private static string Sentence(string message) => message.EndsWith(".", StringComparison.Ordinal) ? message : message + ".";

    private YamlValue? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var value = ReadValue();
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<DocumentStart>(out var second)
            ? throw new YamlFormatException(LineOf(second), "a second document begins, where one is expected.")
            : value;
    }

    private YamlValue ReadValue()
    {
        _parser.Accept<ParsingEvent>(out var node);
        var line = _line = node is null ? _line : LineOf(node);
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlValue(line) { Text = scalar.Value };
        }

        if (++_level > MostLevels)
        {
            throw new YamlFormatException(line, "lists and tables lie too deep in one another.");
        }

        var value = _parser.TryConsume<SequenceStart>(out _) ? new YamlValue(line) { Items = ReadItems() }
            : _parser.TryConsume<MappingStart>(out _) ? new YamlValue(line) { Entries = ReadEntries() }
            : throw new YamlFormatException(line, "aliases are not understood; write the value out.");
        _level--;
        return value;
    }

    private List<YamlValue> ReadItems()
    {
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue());
        }

        return items;
    }

    private List<(YamlValue Name, YamlValue Value)> ReadEntries()
    {
        var entries = new List<(YamlValue Name, YamlValue Value)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = ReadValue();
            entries.Add((name, ReadValue()));
        }

        return entries;
    }

    private static int LineOf(ParsingEvent part) => (int)part.Start.Line;
}
