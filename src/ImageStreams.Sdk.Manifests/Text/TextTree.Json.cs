using System.Buffers;

namespace ImageStreams.Manifests;

/// <content>The JSON of a node.</content>
internal sealed partial class TextTree
{
    /// <summary>The largest buffer that is kept for the next object.</summary>
    private const int MaxKept = 256 * 1024;

    private static readonly Dictionary<int, ScalarReading> NoReadings = [];

    /// <summary>The buffer of this thread, since most objects are small and the writer asks for much at a time; null while it is used.
    /// </summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    /// <summary>Writes a node as JSON in UTF-8: aliases and merge keys expanded, numbers with the digits they are written with.</summary>
    public byte[] ToJson(int node = 0) => ToJson(node, NoReadings);

    /// <summary>Writes a node as JSON in UTF-8, and some of its scalars as texts whatever their type.</summary>
    public byte[] ToJson(int node, IEnumerable<int> asText) =>
        ToJson(node, asText.Distinct().ToDictionary(text => text, _ => ScalarReading.Text));

    /// <summary>Writes a node as JSON in UTF-8, and reads some of its scalars as their fields demand.</summary>
    public byte[] ToJson(int node, IReadOnlyDictionary<int, ScalarReading> readings)
    {
        var buffer = _kept ?? new ArrayBufferWriter<byte>(16 * 1024);
        _kept = null;
        using var writer = new TextJsonWriter(this, readings, buffer);
        writer.Write(node);
        var json = buffer.WrittenSpan.ToArray();
        Keep(buffer);
        return json;
    }

    private static void Keep(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= MaxKept)
        {
            buffer.ResetWrittenCount();
            _kept = buffer;
        }
    }
}
