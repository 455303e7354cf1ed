using System.Buffers;
using System.Text.Json;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>The operations of a JSON patch, in their order.</summary>
internal sealed class PatchOperations : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public PatchOperations()
    {
        _writer = new Utf8JsonWriter(_buffer);
        _writer.WriteStartArray();
    }

    /// <summary>Requires that a field has a text; nothing is required for null.</summary>
    public PatchOperations Test(string path, string? value) => value is null ? this : Write("test", path, value);

    /// <summary>Sets a field to another text, if it still has the former one; null where it has none.</summary>
    public PatchOperations Change(string path, string? former, string value) =>
        former is null ? Write("add", path, value) : Test(path, former).Write("replace", path, value);

    /// <summary>Requires that a field is true or false.</summary>
    public PatchOperations Test(string path, bool value)
    {
        Begin("test", path);
        _writer.WriteBoolean("value", value);
        _writer.WriteEndObject();
        return this;
    }

    /// <summary>Ends the list.</summary>
    public ObjectPatch ToPatch()
    {
        _writer.WriteEndArray();
        _writer.Flush();
        return new ObjectPatch { Type = PatchType.Json, Utf8Json = _buffer.WrittenMemory };
    }

    public void Dispose() => _writer.Dispose();

    private PatchOperations Write(string operation, string path, string value)
    {
        Begin(operation, path);
        _writer.WriteString("value", value);
        _writer.WriteEndObject();
        return this;
    }

    private void Begin(string operation, string path)
    {
        _writer.WriteStartObject();
        _writer.WriteString("op", operation);
        _writer.WriteString("path", path);
    }
}
