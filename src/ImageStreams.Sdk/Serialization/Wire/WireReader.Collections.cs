using System.Buffers;
using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <content>Lists and maps. Null unsets them; a list given twice is read again over its former items, as Go
/// does.</content>
internal ref partial struct WireReader
{
    public ValueList<T> List<T>(ValueList<T> before)
        where T : class, IWireObject<T> =>
        Objects(before.AsSpan()) is { } items ? ValueList<T>.Own(items) : Absent(before);

    public KeyedList<T> Keyed<T>(KeyedList<T> before)
        where T : class, IWireObject<T>, IKeyed =>
        Objects(before.AsSpan()) is { } items ? KeyedList<T>.Own(items)
        : _json.TokenType == JsonTokenType.Null ? default : before;

    public ValueList<string> Strings(ValueList<string> before) =>
        Items(before.AsSpan(), static (ref reader, text) => reader.StringHere(text ?? "")) is { } items
            ? ValueList<string>.Own(items)
            : Absent(before);

    public ValueList<ValueList<byte>> ByteLists(ValueList<ValueList<byte>> before) =>
        Items(before.AsSpan(), static (ref reader, bytes) => reader.BytesHere(bytes)) is { } items
            ? ValueList<ValueList<byte>>.Own(items)
            : Absent(before);

    public ValueMap<string> StringMap(ValueMap<string> before) =>
        Map(before, static (ref reader, _) => reader.StringHere(""));

    public ValueMap<T> ObjectMap<T>(ValueMap<T> before)
        where T : class, IWireObject<T> => Map(before, Read<T>);

    /// <summary>Moves on to the next item; false at the end of the array.</summary>
    public bool NextItem() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    private delegate T ReadItem<T>(ref WireReader reader, T? before);

    private static T Read<T>(ref WireReader reader, T? before)
        where T : class, IWireObject<T> => T.Read(ref reader, before);

    private readonly ValueList<T> Absent<T>(ValueList<T> before) =>
        _json.TokenType == JsonTokenType.Null ? default : before;

    /// <summary>The records of the array that comes; null when there is none.</summary>
    private T[]? Objects<T>(ReadOnlySpan<T> before)
        where T : class, IWireObject<T> => StartArray() ? T.ReadItems(ref this, before) : null;

    /// <summary>The items of the array that comes; null when there is none.</summary>
    private T[]? Items<T>(ReadOnlySpan<T> before, ReadItem<T> read) => StartArray() ? ItemsHere(before, read) : null;

    /// <summary>Goes into the array that comes; false when it is null or, which is noted, no array.</summary>
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
        var items = new Scratch<T>();
        while (NextItem())
        {
            items.Add(read(ref this, items.Count < before.Length ? before[items.Count] : default));
        }

        return items.ToArray();
    }

    private ValueMap<T> Map<T>(ValueMap<T> before, ReadItem<T> read)
    {
        _json.ReadValue();
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            RefuseUnlessNull("an object");
            return _json.TokenType == JsonTokenType.Null ? default : before;
        }

        if (!CanMerge(before.Count))
        {
            Refuse("an object given once");
            return before;
        }

        var entries = new List<KeyValuePair<string, T>>(before);
        var seen = _options.Strict ? new HashSet<string>(StringComparer.Ordinal) : null;
        while (NextField())
        {
            var key = GoText.Decode(_json.ValueSpan, _json.ValueIsEscaped);
            if (seen?.Add(key) == false)
            {
                Note(FieldProblemKind.Duplicate);
            }

            _json.ReadValue();
            entries.Add(KeyValuePair.Create(key, read(ref this, default)));
        }

        return ValueMap.Create<T>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries));
    }

    /// <summary>Gathers items in a borrowed array that grows.</summary>
    public ref struct Scratch<T>
    {
        private T[] _items = ArrayPool<T>.Shared.Rent(16);

        public Scratch()
        {
        }

        public int Count { get; private set; }

        public void Add(T item)
        {
            if (Count == _items.Length)
            {
                var larger = ArrayPool<T>.Shared.Rent(Count * 2);
                _items.AsSpan().CopyTo(larger);
                ArrayPool<T>.Shared.Return(_items, clearArray: true);
                _items = larger;
            }

            _items[Count++] = item;
        }

        public readonly T[] ToArray()
        {
            var items = _items.AsSpan(0, Count).ToArray();
            ArrayPool<T>.Shared.Return(_items, clearArray: true);
            return items;
        }
    }
}
