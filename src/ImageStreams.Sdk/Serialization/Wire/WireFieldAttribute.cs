namespace ImageStreams.Serialization;

/// <summary>The JSON name of a property, as in the struct tag of the Go type that it mirrors.</summary>
/// <remarks>Fields are written in the order of their declaration, those of a base record first.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireFieldAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>True to omit the field when it has its zero value (Go's <c>omitempty</c>).</summary>
    public bool OmitEmpty { get; init; }

    /// <summary>
    /// True when the text is likely a digest that precedes it in the object, so that memory can be shared.
    /// </summary>
    public bool RepeatsDigest { get; init; }
}
