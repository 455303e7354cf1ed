namespace ImageStreams.Manifests;

/// <summary>The value of a variable, in pieces; or the reason why it is not known.</summary>
/// <param name="Pieces">The pieces; empty for an empty value.</param>
/// <param name="Failure">A sentence with the reason why the value is not known; null when it is.</param>
internal sealed record VariableValue(IReadOnlyList<MentionPiece> Pieces, string? Failure = null)
{
    /// <summary>Gets a value indicating whether the value is known and empty.</summary>
    public bool IsEmpty => Failure is null && Pieces.All(piece => piece.Text.Length == 0);

    /// <summary>Joins the pieces.</summary>
    public string ToText() => string.Concat(Pieces.Select(piece => piece.Text));
}
