using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Enumerates an object or a list.</summary>
internal struct JsonEntries
{
    private readonly bool _isObject;
    private JsonElement.ObjectEnumerator _properties;
    private JsonElement.ArrayEnumerator _items;

    public JsonEntries(JsonElement value)
    {
        _isObject = value.ValueKind == JsonValueKind.Object;
        _properties = _isObject ? value.EnumerateObject() : default;
        _items = _isObject ? default : value.EnumerateArray();
    }

    /// <summary>The name of the current entry; null in a list.</summary>
    public readonly string? Key => _isObject ? _properties.Current.Name : null;

    public readonly JsonElement Current => _isObject ? _properties.Current.Value : _items.Current;

    public bool MoveNext() => _isObject ? _properties.MoveNext() : _items.MoveNext();
}
