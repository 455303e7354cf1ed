using System.ComponentModel;

namespace ImageStreams.Serialization;

/// <summary>A record that <see cref="ImageStreamJson"/> reads and writes.</summary>
/// <remarks>For the constraints of its methods. Only records of this library implement it, with generated code.</remarks>
/// <typeparam name="TSelf">The record itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWireObject<TSelf>
    where TSelf : class, IWireObject<TSelf>
{
    /// <summary>The name, kind and version of the record.</summary>
    internal static abstract WireType Type { get; }

    /// <summary>
    /// Reads the current value of the reader over a former one; absent fields keep their former value.
    /// </summary>
    internal static abstract TSelf Read(ref WireReader reader, TSelf? before);

    /// <summary>Reads the items of the current array of the reader over the former items of the list.</summary>
    internal static abstract TSelf[] ReadItems(ref WireReader reader, ReadOnlySpan<TSelf> before);

    /// <summary>Writes the record as one JSON object.</summary>
    internal void Write(ref WireWriter writer);
}
