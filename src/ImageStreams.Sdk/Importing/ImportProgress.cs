namespace ImageStreams.Importing;

/// <summary>How far an import has come.</summary>
/// <remarks>Told once for each tag, when it is looked up and before the stream is changed; the order is that in which answers
/// arrive.</remarks>
public sealed record ImportProgress
{
    /// <summary>The tag that was looked up last.</summary>
    public required string Tag { get; init; }

    /// <summary>What came of it.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>How many tags are done, this one included.</summary>
    public required int Done { get; init; }

    /// <summary>How many tags there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>Why, for a person; null when it did not fail.</summary>
    public string? Message { get; init; }

    /// <summary>A line for a log, such as <c>3/60 v1.4: Imported</c>.</summary>
    public override string ToString() => $"{Done}/{Total} {Tag}: {Outcome}{(Message is null ? "" : $" ({Message})")}";
}
