namespace ImageStreams.Serialization;

/// <summary>A field that strict reading rejects, and its path.</summary>
/// <remarks>Compares by kind and path, from which the hint follows.</remarks>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Path">The JSON path, such as <c>$.spec.tags[0].nmae</c>.</param>
public readonly record struct FieldProblem(FieldProblemKind Kind, string Path)
{
    /// <summary>
    /// The known name that was likely meant, or the place where the field belongs, such as <c>did you mean name</c> or
    /// <c>a field of spec.triggers[].imageChange</c>; null when there is neither.
    /// </summary>
    public string? Hint { get; init; }

    /// <summary>Compares the kind and the path.</summary>
    /// <param name="other">The problem to compare with.</param>
    public bool Equals(FieldProblem other) => Kind == other.Kind && Path == other.Path;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Path);

    /// <summary>Returns the kind and the path, with the hint in parentheses.</summary>
    public override string ToString() => Hint is null ? $"{Kind} {Path}" : $"{Kind} {Path} ({Hint})";
}
