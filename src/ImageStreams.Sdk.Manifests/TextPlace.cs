namespace ImageStreams.Manifests;

/// <summary>A place in a text: the file, and the line and column where something begins.</summary>
public sealed record TextPlace
{
    /// <summary>The file as it was named when it was loaded; <c>-</c> for standard input.</summary>
    public required string File { get; init; }

    /// <summary>The line, beginning with 1; 1 for a whole file.</summary>
    public required int Line { get; init; }

    /// <summary>The column in UTF-16 code units, beginning with 1; 1 for a whole file.</summary>
    public required int Column { get; init; }

    /// <summary>The number of the document in the file, beginning with 1.</summary>
    public required int Document { get; init; }

    /// <summary>Gets a value indicating whether the place is a whole file or folder, such as one that does not exist.</summary>
    internal bool IsWholeFile { get; init; }

    /// <summary>Formats the place as compilers do: <c>file:line:column</c>; of a whole file, <c>file</c>.</summary>
    public override string ToString() => IsWholeFile ? File : $"{File}:{Line}:{Column}";
}
