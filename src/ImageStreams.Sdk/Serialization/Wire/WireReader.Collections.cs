using System.Runtime.InteropServices;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <content>Lists and maps. Null unsets them; as in Go, a list given twice is read over its former items.</content>
internal ref partial struct WireReader
{
    public ValueList<T> ReadList<T>(ValueList<T> before)
        where T : class, IWireObject<T> =>
        Objects(before.AsSpan()) is { } items ? ValueList<T>.Own(items) : DefaultIfNull(before);

    public KeyedList<T> ReadKeyed<T>(KeyedList<T> before)
        where T : class, IWireObject<T>, IKeyed =>
        Objects(before.AsSpan()) is { } items ? KeyedList<T>.Own(items) : DefaultIfNull(before);

    public ValueList<string> ReadStrings(ValueList<string> before) =>
        Items(before.AsSpan(), static (ref reader, text) => reader.StringHere(text ?? "")) is { } items
            ? ValueList<string>.Own(items)
            : DefaultIfNull(before);

    public ValueList<ValueList<byte>> ReadByteLists(ValueList<ValueList<byte>> before) =>
        Items(before.AsSpan(), static (ref reader, bytes) => reader.BytesHere(bytes)) is { } items
            ? ValueList<ValueList<byte>>.Own(items)
            : DefaultIfNull(before);

    public ValueMap<string> ReadStringMap(ValueMap<string> before) =>
        Map(before, static (ref reader, _) => reader.StringHere(""));

    public ValueMap<T> ReadObjectMap<T>(ValueMap<T> before)
        where T : class, IWireObject<T> => Map(before, Read<T>);

    /// <summary>Moves to the next item; false at the end of the array.</summary>
    public bool NextItem() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    private delegate T ReadItem<T>(ref WireReader reader, T? before);

    private static T Read<T>(ref WireReader reader, T? before)
        where T : class, IWireObject<T> => T.Read(ref reader, before);

    private readonly T DefaultIfNull<T>(T before)
        where T : struct => _json.TokenType == JsonTokenType.Null ? default : before;

    /// <summary>Reads the records of the next array; null when there is none.</summary>
    private T[]? Objects<T>(ReadOnlySpan<T> before)
        where T : class, IWireObject<T> => StartArray() ? T.ReadItems(ref this, before) : null;

    /// <summary>Reads the items of the next array; null when there is none.</summary>
    private T[]? Items<T>(ReadOnlySpan<T> before, ReadItem<T> read) => StartArray() ? ItemsHere(before, read) : null;

    /// <summary>Enters the next array; false when the value is null or not an array, which is recorded.</summary>
    private bool StartArray()
    {
        _json.ReadValue();
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        RefuseUnlessNull("an array");
        return false;
    }

    private T[] ItemsHere<T>(ReadOnlySpan<T> before, ReadItem<T> read)
    {
        var items = new PooledItems<T>();
        while (NextItem())
        {
            items.Add(read(ref this, items.Count < before.Length ? before[items.Count] : default));
        }

        return items.ToArray();
    }

    private ValueMap<T> Map<T>(ValueMap<T> before, ReadItem<T> read)
    {
        _json.ReadValue();
        if (!StartObject())
        {
            return DefaultIfNull(before);
        }

        if (!_mergeBudget.TryTake(before.Count))
        {
            Refuse("an object given once");
            return before;
        }

        return EntriesHere(before, read);
    }

    private ValueMap<T> EntriesHere<T>(ValueMap<T> before, ReadItem<T> read)
    {
        var entries = new List<KeyValuePair<string, T>>(before);
        while (NextField())
        {
            var key = GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
            _json.ReadValue();
            entries.Add(KeyValuePair.Create(key, read(ref this, default)));
        }

        var map = ValueMap.Create<T>(CollectionsMarshal.AsSpan(entries));
        IsOrdered &= map.Count == entries.Count;
        return map;
    }
}
