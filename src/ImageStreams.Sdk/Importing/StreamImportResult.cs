using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>What became of the import of several tags of a stream.</summary>
public sealed record StreamImportResult
{
    /// <summary>The stream after the import; the same one where nothing changed.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>What became of each tag, in the order asked for; all have the stream after the import.</summary>
    public required ValueList<TagImportResult> Tags { get; init; }
}
