using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>An object or a list that a <see cref="BlockWriter"/> has begun.</summary>
internal sealed class BlockWriterFrame(JsonElement value, int column, bool isCompact)
{
    private JsonEntries _entries = new(value);
    private int _count;

    public int Column { get; } = column;

    public string? Key => _entries.Key;

    public JsonElement Current => _entries.Current;

    /// <summary>Gets a value indicating whether the current entry stands on the line that is open.</summary>
    public bool IsCompactNow => isCompact && _count == 1;

    public bool MoveNext()
    {
        _count++;
        return _entries.MoveNext();
    }
}
