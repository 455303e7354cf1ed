namespace ImageStreams.Importing;

/// <summary>The progress of an import.</summary>
/// <remarks>Reported once for each tag, when its lookup is complete and before the stream changes, in the order in which
/// registries answer.</remarks>
public sealed record ImportProgress
{
    /// <summary>The tag whose lookup is complete.</summary>
    public required string Tag { get; init; }

    /// <summary>The outcome of the tag.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>The number of tags that are done, including this one.</summary>
    public required int Done { get; init; }

    /// <summary>The number of all tags.</summary>
    public required int Total { get; init; }

    /// <summary>The message of a failure; null when the tag did not fail.</summary>
    public string? Message { get; init; }

    /// <summary>Returns a line for a log, such as <c>3/60 v1.4: Imported</c>.</summary>
    public override string ToString() => $"{Done}/{Total} {Tag}: {Outcome}{(Message is null ? "" : $" ({Message})")}";
}
