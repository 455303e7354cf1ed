using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>A record after a patch.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <param name="Object">The record, not validated.</param>
/// <param name="Owners">The owners of its fields after an apply; null when the write finds them.</param>
internal readonly record struct PatchedRecord<T>(T Object, ValueList<ManagedFieldsEntry>? Owners);
