using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>One step of a path to a field: a field of an object, or an item of a list.</summary>
/// <remarks>Ordered as in <c>fieldsV1</c>: fields, items by keys, items by value, items by position.</remarks>
internal sealed class FieldElement : IComparable<FieldElement>, IEquatable<FieldElement>
{
    private readonly FieldElementKind _kind;
    private readonly ValueList<FieldKey> _keys;
    private readonly FieldScalar _value;
    private readonly string? _text;

    private FieldElement(FieldElementKind kind, string name, ValueList<FieldKey> keys, FieldScalar value, string? text = null)
    {
        (_kind, Name, _keys, _value, _text) = (kind, name, keys, value, text);
    }

    /// <summary>The name of the field; empty for items of lists.</summary>
    public string Name { get; }

    public bool IsField => _kind == FieldElementKind.Field;

    /// <summary>A field of an object.</summary>
    public static FieldElement Field(string name) => new(FieldElementKind.Field, name, [], default);

    /// <summary>An item of a list, by its keys in the order of their names.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="text">The name in <c>fieldsV1</c>, where it is known.</param>
    public static FieldElement Keyed(ValueList<FieldKey> keys, string? text = null) => new(FieldElementKind.Keys, "", keys, default, text);

    /// <summary>An item of a set.</summary>
    public static FieldElement Item(FieldScalar value) => new(FieldElementKind.Value, "", [], value);

    /// <summary>An item at a position.</summary>
    public static FieldElement At(int index) =>
        new(FieldElementKind.Index, "", [], FieldScalar.FromJson(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public int CompareTo(FieldElement? other)
    {
        if (other is null)
        {
            return 1;
        }

        return (_kind == other._kind, _kind) switch
        {
            (false, _) => _kind.CompareTo(other._kind),
            (_, FieldElementKind.Field) => string.CompareOrdinal(Name, other.Name),
            (_, FieldElementKind.Keys) => CompareKeys(_keys, other._keys),
            _ => _value.CompareTo(other._value),
        };
    }

    public bool Equals(FieldElement? other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as FieldElement);

    public override int GetHashCode() => _kind switch
    {
        FieldElementKind.Field => string.GetHashCode(Name, StringComparison.Ordinal),
        FieldElementKind.Keys => HashKeys(_keys),
        _ => _value.GetHashCode(),
    };

    /// <summary>The name in <c>fieldsV1</c>, such as <c>f:spec</c> or <c>k:{"name":"1"}</c>.</summary>
    public string ToFieldsV1() => _text ?? _kind switch
    {
        FieldElementKind.Field => $"f:{Name}",
        FieldElementKind.Keys => $"k:{{{string.Join(',', _keys.Select(key => $"{JsonTexts.Quote(key.Name)}:{key.Value.ToJson()}"))}}}",
        FieldElementKind.Value => $"v:{_value.ToJson()}",
        _ => $"i:{_value.ToJson()}",
    };

    /// <summary>The step in a path, such as <c>.spec</c> or <c>[name="1"]</c>.</summary>
    public override string ToString() => _kind switch
    {
        FieldElementKind.Field => $".{Name}",
        FieldElementKind.Keys => $"[{string.Join(',', _keys.Select(key => $"{key.Name}={key.Value.ToJson()}"))}]",
        FieldElementKind.Value => $"[={_value.ToJson()}]",
        _ => $"[{_value.ToJson()}]",
    };

    private static int HashKeys(ValueList<FieldKey> keys)
    {
        var hash = default(HashCode);
        foreach (var key in keys)
        {
            hash.Add(key.Value);
        }

        return hash.ToHashCode();
    }

    private static int CompareKeys(ValueList<FieldKey> left, ValueList<FieldKey> right)
    {
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var difference = left[i].CompareTo(right[i]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
