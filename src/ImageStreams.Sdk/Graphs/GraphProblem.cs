namespace ImageStreams.Graphs;

/// <summary>A workload of a <see cref="TagGraph"/> that cannot be read, and is in the graph without triggers and images.</summary>
public sealed record GraphProblem
{
    /// <summary>The workload, and the path of the field that cannot be read; an empty path when the reader knows none.</summary>
    public required GraphField Field { get; init; }

    /// <summary>The cause in one sentence, on one line.</summary>
    public required string Message { get; init; }

    /// <summary>Returns the field and the cause.</summary>
    public override string ToString() => $"{Field}: {Message}";
}
