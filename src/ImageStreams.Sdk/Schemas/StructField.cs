namespace ImageStreams.Schemas;

/// <summary>A field of a <see cref="FieldSchema.Struct"/>.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class StructField
{
    /// <summary>Creates a field.</summary>
    /// <param name="name">The name in JSON.</param>
    /// <param name="schema">The type of the value.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StructField(string name, FieldSchema schema)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(schema);
        (Name, Schema) = (name, schema);
    }

    /// <summary>The name in JSON, in its exact case.</summary>
    public string Name { get; }

    /// <summary>The type of the value.</summary>
    public FieldSchema Schema { get; }

    /// <summary>Gets a value indicating whether OpenAPI lists the field as required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The default as JSON, such as <c>""</c>, <c>0</c> or <c>{}</c>; null for none.</summary>
    public string? DefaultJson { get; init; }

    /// <summary>The list type that OpenAPI names with <c>x-kubernetes-list-type</c>: <c>atomic</c>, <c>set</c> or <c>map</c>; null
    /// when it names none, and the type of a list follows from its patch strategy.</summary>
    public string? ListType { get; init; }

    /// <summary>Gets a value indicating whether a strategic merge patch replaces the value instead of merging it
    /// (<c>x-kubernetes-patch-strategy: replace</c>).</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The description for readers of the API, in a sentence or two; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
