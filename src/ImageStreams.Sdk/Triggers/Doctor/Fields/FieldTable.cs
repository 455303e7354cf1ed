namespace ImageStreams.Triggers;

/// <summary>The fields of one object of a trigger, and the fields that people mistake for them.</summary>
internal sealed class FieldTable
{
    /// <summary>A description of the object, such as <c>the trigger of a build configuration</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>The fields that exist.</summary>
    public required string[] Fields { get; init; }

    /// <summary>Names that another rule reports.</summary>
    public string[] Others { get; init; } = [];

    /// <summary>Fields of other objects, each with the field of this one that it belongs into; null for none.</summary>
    public Dictionary<string, string?> Foreign { get; init; } = [];

    /// <summary>The tables of the fields that are objects.</summary>
    public Dictionary<string, FieldTable> Children { get; init; } = [];

    /// <summary>Gets a value indicating whether names are read whatever their case, as in annotations.</summary>
    public bool IgnoresCase { get; init; }

    private StringComparison Comparison => IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Finds the table of a field that is an object; null when it has none.</summary>
    public FieldTable? FindChild(string name) =>
        Children.FirstOrDefault(child => child.Key.Equals(name, Comparison)).Value;

    /// <summary>Determines whether a name is right, or reported elsewhere.</summary>
    public bool Knows(string name) => Fields.Concat(Others).Any(field => field.Equals(name, Comparison));

    /// <summary>Finds the existing field that a misspelled name means; null when it means none.</summary>
    public string? FindMeant(string name) =>
        Fields.FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? Fields.FirstOrDefault(field => Misspelling.IsNear(name, field));
}
