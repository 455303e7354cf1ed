using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>An object or a list that a <see cref="FlowWriter"/> has begun.</summary>
internal sealed class FlowWriterFrame(JsonElement value, string indent)
{
    private JsonEntries _entries = new(value);
    private int _count;

    public string Indent { get; } = indent;

    public char Open => value.ValueKind == JsonValueKind.Object ? '{' : '[';

    public char Close => value.ValueKind == JsonValueKind.Object ? '}' : ']';

    public string? Key => _entries.Key;

    public JsonElement Current => _entries.Current;

    /// <summary>Gets a value indicating whether the current entry is the first one.</summary>
    public bool IsFirst => _count == 1;

    public bool MoveNext()
    {
        _count++;
        return _entries.MoveNext();
    }
}
