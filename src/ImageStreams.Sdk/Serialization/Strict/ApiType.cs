using System.Buffers;
using System.Text;

namespace ImageStreams.Serialization;

/// <summary>An API type with the names of all its fields, whether or not a record has them.</summary>
internal sealed class ApiType
{
    private const int MaxNameLength = 64;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _placesByText;

    public ApiType(string name, bool isAtomic, IEnumerable<ApiField> fields)
    {
        (Name, IsAtomic) = (name, isAtomic);
        Fields = [.. fields];
        _placesByText = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var field in Fields)
        {
            _places.Add(field.Name, _places.Count);
        }
    }

    public string Name { get; }

    /// <summary>Gets a value indicating whether an object of the type has one owner as a whole.</summary>
    public bool IsAtomic { get; }

    /// <summary>The fields, in the order of the table.</summary>
    public ApiField[] Fields { get; }

    /// <summary>Gets a value indicating whether this is an API object, with a kind and metadata of its own.</summary>
    public bool IsRoot => Has("kind") && Has("metadata") && !Has("items");

    /// <summary>Returns a value indicating whether there is a field of the exact name.</summary>
    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>Finds a field by its exact name in UTF-8.</summary>
    /// <returns>The place of the field among all; -1 when there is none.</returns>
    public int Find(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[MaxNameLength];
        return name.Length <= MaxNameLength
            && Ascii.ToUtf16(name, text, out var length) == OperationStatus.Done
            && _placesByText.TryGetValue(text[..length], out var place)
            ? place
            : -1;
    }
}
