namespace ImageStreams.Serialization;

/// <summary>A field that strict reading objects to, and where it stands.</summary>
/// <param name="Kind">What is wrong with the field.</param>
/// <param name="Path">The place as a JSON path, such as <c>$.spec.tags[0].nmae</c>.</param>
public readonly record struct FieldProblem(FieldProblemKind Kind, string Path);
