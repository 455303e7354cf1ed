namespace ImageStreams.Manifests;

/// <summary>An image name as a reader finds it.</summary>
internal sealed record MentionDraft
{
    /// <summary>The path of the field, or the instruction.</summary>
    public required string Path { get; init; }

    /// <summary>The place of the name.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number of the document, beginning with 1.</summary>
    public int Document { get; init; } = 1;

    /// <summary>The whole image name; null when it is not known.</summary>
    public required string? Image { get; init; }

    /// <summary>The place where an edit is written; null when there is none.</summary>
    public required MentionTarget? Target { get; init; }

    /// <summary>The reason why the name cannot be edited; null when the reader knows none.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Creates a draft of a name that stands in one value, which may have variables.</summary>
    public static MentionDraft Create(string path, TextSpan span, VariableValue value, int document = 1)
    {
        var image = value.Failure is null ? value.ToText() : null;
        return new MentionDraft
        {
            Path = path,
            Span = span,
            Document = document,
            Image = image,
            Target = image is null ? null : new PiecesTarget(value.Pieces),
            Obstacle = value.Failure,
        };
    }
}
