namespace ImageStreams.Policies;

/// <summary>A tag that the patterns leave, with what its order reads from it.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Position">The position in the list.</param>
/// <param name="Value">The text to order: the tag, or what is extracted from it.</param>
internal sealed record Contender(CandidateTag Tag, int Position, string Value)
{
    /// <summary>The version, where the order is by version.</summary>
    public SemanticVersion? Version { get; set; }

    /// <summary>The number, where the order is by exact number.</summary>
    public ExactNumber? Number { get; set; }

    /// <summary>The number, where the order is by floating-point number.</summary>
    public double Float { get; set; }

    /// <summary>The time, where the order is by time.</summary>
    public ImageCreationTime Created { get; set; }

    /// <summary>The reason for which the order has no place for the tag; null when it has one.</summary>
    public TagRejection? Fault { get; set; }
}
