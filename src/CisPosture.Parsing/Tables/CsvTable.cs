using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace CisPosture.Tables;

/// <summary>A table in CSV whose first line names its columns. No type of the reader's library shows, its exceptions included.</summary>
internal sealed class CsvTable(string text) : IDisposable
{
    private readonly CsvReader _reader = new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
    });

    /// <summary>The number of the line that was read last.</summary>
    public int Line => _reader.Parser.RawRow;

    /// <summary>Reads the names of the columns.</summary>
    /// <returns>The names; none where the text is empty.</returns>
    /// <exception cref="FormatException">The text is not well-formed.</exception>
    public IReadOnlyList<string> ReadColumns() => Guarded(() =>
    {
        if (_reader.Read())
        {
            _reader.ReadHeader();
        }

        return (_reader.HeaderRecord ?? []).Select(name => name.Trim()).ToList();
    });

    /// <summary>Goes on to the next row.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="FormatException">The text is not well-formed.</exception>
    public bool ReadRow() => Guarded(_reader.Read);

    /// <summary>A field of the row.</summary>
    /// <param name="column">The column's name in lower case.</param>
    /// <returns>The field's text.</returns>
    /// <exception cref="FormatException">The row has no such field.</exception>
    public string Text(string column) => Guarded(() => _reader.GetField(column) ?? string.Empty);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvHelperException exception)
        {
            throw new FormatException($"Line {Line} is not well-formed CSV.", exception);
        }
    }
}
