using ImageStreams.Graphs;

namespace ImageStreams.Tool;

/// <summary>A part of the graph to draw.</summary>
internal sealed record PictureSubject
{
    /// <summary>The name of the command.</summary>
    public required string Command { get; init; }

    /// <summary>The title of the picture.</summary>
    public required string Title { get; init; }

    /// <summary>The nodes and edges.</summary>
    public required GraphSlice Slice { get; init; }

    /// <summary>The impact to highlight; null for none.</summary>
    public TagImpact? Impact { get; init; }
}
