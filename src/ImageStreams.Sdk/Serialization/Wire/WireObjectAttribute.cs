namespace ImageStreams.Serialization;

/// <summary>
/// Marks a record whose reading and writing the wire generator makes from its <see cref="WireFieldAttribute"/>s.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WireObjectAttribute : Attribute;
