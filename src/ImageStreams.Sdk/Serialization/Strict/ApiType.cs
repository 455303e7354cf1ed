using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Serialization;

/// <summary>An API type with the names of all its fields, whether or not a record has them.</summary>
internal sealed class ApiType
{
    private readonly Dictionary<string, ApiField> _fields = new(StringComparer.Ordinal);

    public ApiType(string name, bool isAtomic, IEnumerable<ApiField> fields)
    {
        (Name, IsAtomic) = (name, isAtomic);
        Fields = [.. fields];
        foreach (var field in Fields)
        {
            _fields.Add(field.Name, field);
        }
    }

    public string Name { get; }

    /// <summary>Gets a value indicating whether an object of the type has one owner as a whole.</summary>
    public bool IsAtomic { get; }

    /// <summary>The fields, in the order of the table.</summary>
    public ApiField[] Fields { get; }

    /// <summary>Gets a value indicating whether this is an API object, with a kind and metadata of its own.</summary>
    public bool IsRoot => _fields.ContainsKey("kind") && _fields.ContainsKey("metadata") && !_fields.ContainsKey("items");

    /// <summary>Finds a field by its exact name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out ApiField? field) => _fields.TryGetValue(name, out field);
}
