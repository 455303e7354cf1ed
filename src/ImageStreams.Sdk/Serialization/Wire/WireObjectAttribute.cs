namespace ImageStreams.Serialization;

/// <summary>
/// Marks a record for which the wire generator writes the code that reads and writes its JSON.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WireObjectAttribute : Attribute;
