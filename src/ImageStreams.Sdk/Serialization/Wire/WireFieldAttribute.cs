namespace ImageStreams.Serialization;

/// <summary>The JSON name of a property, as in the struct tag of the Go type that it mirrors.</summary>
/// <remarks>Fields are written in the order of their declaration, those of a base record first.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireFieldAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Gets a value indicating whether the field is omitted when it has its zero value (Go's
    /// <c>omitempty</c>).</summary>
    public bool OmitEmpty { get; init; }

    /// <summary>
    /// Gets a value indicating whether the text is likely a digest that precedes it in the object, so that memory can be shared.
    /// </summary>
    public bool RepeatsDigest { get; init; }

    /// <summary>Gets a value indicating whether the schema does not require the field, although it is always written.</summary>
    public bool Optional { get; init; }

    /// <summary>Gets a value indicating whether the schema has a default for the field, although it is omitted when empty.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Gets a value indicating whether the schema does not have the field: only newer servers do.</summary>
    public bool Undocumented { get; init; }

    /// <summary>The list type that the schema names; null for none.</summary>
    public string? ListType { get; init; }

    /// <summary>The field by which patches find the item of the list to merge; null when the list has no keys.</summary>
    public string? MergeKey { get; init; }

    /// <summary>Gets a value indicating whether the schema says that patches replace the value.</summary>
    public bool IsReplaced { get; init; }
}
