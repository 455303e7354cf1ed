namespace ImageStreams.Serialization;

/// <summary>A field that strict reading rejects, and its path.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Path">The JSON path, such as <c>$.spec.tags[0].nmae</c>.</param>
public readonly record struct FieldProblem(FieldProblemKind Kind, string Path);
