namespace ImageStreams.Serialization;

/// <summary>A field that strict reading rejects, by its offset; the path is computed later.</summary>
internal readonly record struct FieldNote(FieldProblemKind Kind, int Offset, string? Hint = null);
