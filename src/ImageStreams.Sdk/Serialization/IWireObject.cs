namespace ImageStreams.Serialization;

/// <summary>A record that <see cref="ImageStreamJson"/> reads and writes.</summary>
/// <remarks>Only records of this library implement it; their code is generated from their fields.</remarks>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IWireObject<TSelf>
    where TSelf : class, IWireObject<TSelf>
{
    /// <summary>
    /// Reads the value that the reader stands on; fields that it leaves out stay as they were before.
    /// </summary>
    internal static abstract TSelf Read(ref WireReader reader, TSelf? before);

    /// <summary>Reads the items of the array that the reader stands on, over former items of the list.</summary>
    internal static abstract TSelf[] ReadItems(ref WireReader reader, ReadOnlySpan<TSelf> before);

    /// <summary>Writes the record as one JSON object.</summary>
    internal void Write(ref WireWriter writer);
}
