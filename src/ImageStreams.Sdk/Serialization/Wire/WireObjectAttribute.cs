namespace ImageStreams.Serialization;

/// <summary>
/// Marks a record for which the wire generator writes the code that reads and writes its JSON.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WireObjectAttribute : Attribute
{
    /// <summary>The name of its definition in OpenAPI documents; null for a record without a schema.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets a value indicating whether the object has one owner and is replaced as a whole.</summary>
    public bool IsAtomic { get; init; }
}
