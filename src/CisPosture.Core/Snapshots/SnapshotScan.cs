using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CisPosture.Snapshots;

/// <summary>Walks along a file's JSON without keeping it: finds what it says of itself, and tells broken from truncated.</summary>
internal sealed class SnapshotScan
{
    private const int FirstBufferSize = 32 * 1024;
    private const int LongestVersionShown = 20;

    private readonly string _path;
    private readonly bool _stopsAfterHeader;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = int.MaxValue });
    private Member _member;
    private bool _isObject;
    private bool _hasSchema;
    private string? _version;

    private SnapshotScan(string path, bool stopsAfterHeader)
    {
        _path = path;
        _stopsAfterHeader = stopsAfterHeader;
    }

    private enum Member
    {
        Other,
        Schema,
        Version,
    }

    private bool IsDone => _stopsAfterHeader && _hasSchema && _version is not null;

    /// <summary>Reads as far as is needed to know that this is a snapshot of a version that can be read.</summary>
    public static async Task RequireHeaderAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        var scan = new SnapshotScan(path, stopsAfterHeader: true);
        await scan.WalkAsync(stream, cancellationToken).ConfigureAwait(false);
        scan.RequireHeader();
    }

    /// <summary>Reads to the end and fails where the JSON is broken or stops.</summary>
    public static Task RequireSyntaxAsync(Stream stream, string path, CancellationToken cancellationToken) =>
        new SnapshotScan(path, stopsAfterHeader: false).WalkAsync(stream, cancellationToken);

    private async Task WalkAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferSize);
        try
        {
            var held = await FillAsync(stream, buffer, 0, cancellationToken).ConfigureAwait(false);
            var start = RequireUtf8(buffer, held);
            while (!IsDone)
            {
                var isFinal = held < buffer.Length;
                var consumed = start + Consume(buffer.AsSpan(start, held - start), isFinal);
                if (isFinal)
                {
                    return;
                }

                buffer = Shift(buffer, consumed, held);
                held = await FillAsync(stream, buffer, held - consumed, cancellationToken).ConfigureAwait(false);
                start = 0;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Fills the buffer to the brim; less means that the file ends.
    private static async Task<int> FillAsync(Stream stream, byte[] buffer, int held, CancellationToken cancellationToken)
    {
        while (held < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer, held, buffer.Length - held, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            held += read;
        }

        return held;
    }

    // A single text may be longer than the buffer.
    private static byte[] Shift(byte[] buffer, int consumed, int held)
    {
        if (consumed > 0)
        {
            Buffer.BlockCopy(buffer, consumed, buffer, 0, held - consumed);
            return buffer;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, held);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private int RequireUtf8(byte[] buffer, int held)
    {
        var head = buffer.AsSpan(0, held);
        if (head.IsEmpty)
        {
            throw SnapshotFailure.Empty(_path);
        }

        return head.StartsWith(Encoding.Unicode.GetPreamble()) || head.StartsWith(Encoding.BigEndianUnicode.GetPreamble())
            ? throw SnapshotFailure.Utf16(_path)
            : head.StartsWith(Encoding.UTF8.GetPreamble()) ? Encoding.UTF8.GetPreamble().Length : 0;
    }

    private int Consume(ReadOnlySpan<byte> data, bool isFinal)
    {
        var consumed = Advance(data, isFinal: false);
        if (isFinal && !IsDone)
        {
            RequireEnd(data.Slice(consumed));
        }

        return consumed;
    }

    private int Advance(ReadOnlySpan<byte> data, bool isFinal)
    {
        var reader = new Utf8JsonReader(data, isFinal, _state);
        try
        {
            while (!IsDone && reader.Read())
            {
                Visit(ref reader);
            }
        }
        catch (JsonException broken) when (!isFinal)
        {
            throw SnapshotFailure.NotJson(_path, broken);
        }

        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    // All that is wrong with a file shows before its end; what shows only because nothing follows is that something is missing.
    private void RequireEnd(ReadOnlySpan<byte> rest)
    {
        try
        {
            Advance(rest, isFinal: true);
        }
        catch (JsonException missing)
        {
            throw SnapshotFailure.Truncated(_path, missing);
        }
    }

    private void Visit(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth == 0)
        {
            _isObject |= reader.TokenType == JsonTokenType.StartObject;
        }
        else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
        {
            _member = Is(ref reader, "schema"u8) ? Member.Schema : Is(ref reader, "version"u8) ? Member.Version : Member.Other;
        }
        else if (reader.CurrentDepth == 1)
        {
            VisitMember(ref reader);
        }
    }

    private void VisitMember(ref Utf8JsonReader reader)
    {
        if (_member == Member.Schema)
        {
            _hasSchema = reader.TokenType == JsonTokenType.String && Is(ref reader, Encoding.UTF8.GetBytes(SnapshotFormat.Schema));
        }
        else if (_member == Member.Version && reader.TokenType == JsonTokenType.Number)
        {
            _version = Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
        }

        _member = Member.Other;
    }

    // An escaped text is none of ours, and comparing one may throw over its surrogates.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) => !reader.ValueIsEscaped && reader.ValueTextEquals(text);

    private void RequireHeader()
    {
        if (!_isObject || !_hasSchema)
        {
            throw SnapshotFailure.Invalid(_path, "$.schema", $"\"{SnapshotFormat.Schema}\" should stand there.");
        }

        if (_version is null)
        {
            throw SnapshotFailure.Invalid(_path, "$.version", "a number should stand there.");
        }

        if (_version != SnapshotFormat.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            throw SnapshotFailure.VersionUnknown(_path, _version.Length > LongestVersionShown ? $"{_version.Substring(0, LongestVersionShown)}…" : _version);
        }
    }
}
