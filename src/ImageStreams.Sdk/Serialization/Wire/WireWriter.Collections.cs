using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <content>Objects, lists and maps; the default value of a list or map is null.</content>
internal ref partial struct WireWriter
{
    public void Object<T>(T? value)
        where T : class, IWireObject<T>
    {
        if (value is null)
        {
            Null();
            return;
        }

        value.Write(ref this);
    }

    public void List<T>(ValueList<T> items)
        where T : class, IWireObject<T> => Items(items.AsSpan(), items.IsNull);

    public void Keyed<T>(KeyedList<T> items)
        where T : class, IWireObject<T>, IKeyed => Items(items.AsSpan(), items.IsNull);

    public void StartArray() => Byte('[');

    public void EndArray() => Byte(']');

    /// <summary>Separates an item of an array from the previous one.</summary>
    public void StartItem() => Comma();

    public void Strings(ValueList<string> items)
    {
        if (StartList(items.IsNull))
        {
            foreach (var item in items)
            {
                Comma();
                Text(item);
            }

            Byte(']');
        }
    }

    public void ByteLists(ValueList<ValueList<byte>> items)
    {
        if (StartList(items.IsNull))
        {
            foreach (var item in items)
            {
                Comma();
                Bytes(item);
            }

            Byte(']');
        }
    }

    public void StringMap(ValueMap<string> map)
    {
        if (StartMap(map.IsNull))
        {
            foreach (var (key, value) in map)
            {
                Key(key);
                Text(value);
            }

            EndObject();
        }
    }

    public void ObjectMap<T>(ValueMap<T> map)
        where T : class, IWireObject<T>
    {
        if (StartMap(map.IsNull))
        {
            foreach (var (key, value) in map)
            {
                Key(key);
                value.Write(ref this);
            }

            EndObject();
        }
    }

    /// <summary>Writes the fields that the type does not have, after those that it has.</summary>
    public void Unknown(ValueMap<RawJson> fields)
    {
        foreach (var (name, value) in fields)
        {
            Key(name);
            Raw(value);
        }
    }

    private void Items<T>(ReadOnlySpan<T> items, bool isNull)
        where T : class, IWireObject<T>
    {
        if (StartList(isNull))
        {
            foreach (var item in items)
            {
                Comma();
                item.Write(ref this);
            }

            Byte(']');
        }
    }

    private void Key(string key)
    {
        Comma();
        Text(key);
        Byte(':');
    }

    private bool StartList(bool isNull) => Start(isNull, '[');

    private bool StartMap(bool isNull) => Start(isNull, '{');

    private bool Start(bool isNull, char bracket)
    {
        if (isNull)
        {
            Null();
            return false;
        }

        Byte(bracket);
        return true;
    }
}
