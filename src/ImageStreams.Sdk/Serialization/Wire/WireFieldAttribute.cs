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
}
