using System.Buffers;

namespace ImageStreams.Manifests;

/// <content>The JSON of a node.</content>
internal sealed partial class TextTree
{
    private static readonly Dictionary<int, ScalarReading> NoReadings = [];

    /// <summary>Writes a node as JSON in UTF-8: aliases and merge keys expanded, numbers with the digits they are written with.</summary>
    public byte[] ToJson(int node = 0) => ToJson(node, NoReadings);

    /// <summary>Writes a node as JSON in UTF-8, and some of its scalars as texts whatever their type.</summary>
    public byte[] ToJson(int node, IEnumerable<int> asText) =>
        ToJson(node, asText.Distinct().ToDictionary(text => text, _ => ScalarReading.Text));

    /// <summary>Writes a node as JSON in UTF-8, and reads some of its scalars as their fields demand.</summary>
    public byte[] ToJson(int node, IReadOnlyDictionary<int, ScalarReading> readings)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new TextJsonWriter(this, readings, buffer);
        writer.Write(node);
        return buffer.WrittenSpan.ToArray();
    }
}
