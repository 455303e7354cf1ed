namespace ImageStreams.Serialization;

/// <summary>Where strict reading found a field to object to; the path is worked out afterwards.</summary>
internal readonly record struct FieldNote(FieldProblemKind Kind, long Offset);
