namespace ImageStreams.Serialization;

/// <summary>An object or a list around the position of a <see cref="FieldWalker"/>.</summary>
/// <param name="name">The field whose value it is; null for the whole text and for the items of lists.</param>
/// <param name="shape">Its form.</param>
/// <param name="type">The type of the object, or of the items and values; null when it is not known.</param>
internal sealed class FieldLevel(string? name, ApiFieldShape shape, ApiType? type)
{
    private const int MaxPlaces = 128;

    private HashSet<string>? _seen;
    private UInt128 _seenFields;

    public string? Field => name;

    public ApiFieldShape Shape => shape;

    public ApiType? Type => type;

    /// <summary>Creates the level of an item of this list.</summary>
    public FieldLevel ToItem() => new(null, ApiFieldShape.Object, type);

    /// <summary>Records a name; false when the object had it before.</summary>
    public bool TryAdd(string member) => (_seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(member);

    /// <summary>Records a field by its place in the type; false when the object had it before.</summary>
    public bool TryAdd(int place)
    {
        if (place >= MaxPlaces)
        {
            return TryAdd(type!.Fields[place].Name);
        }

        var mark = UInt128.One << place;
        var isNew = (_seenFields & mark) == 0;
        _seenFields |= mark;
        return isNew;
    }
}
