namespace ImageStreams.Tool;

/// <summary>One edge of the page, with the field that creates it.</summary>
internal sealed record GraphPageEdge
{
    /// <summary>The position of the node that images come from.</summary>
    public required int From { get; init; }

    /// <summary>The position of the node that images go to.</summary>
    public required int To { get; init; }

    /// <summary>The meaning, such as <c>BuildTrigger</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The condition under which a change follows: <c>Automatic</c>, <c>Paused</c> or <c>Manual</c>.</summary>
    public required string Firing { get; init; }

    /// <summary>The object and the path of the field.</summary>
    public required string Field { get; init; }

    /// <summary>The place of the field as <c>file:line</c>; null when it is from no file.</summary>
    public string? Place { get; init; }
}
