using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>The result of the import of several tags of a stream.</summary>
public sealed record StreamImportResult
{
    /// <summary>The stream after the import; the same object when nothing changed.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>The results of the tags, in the requested order.</summary>
    public required ValueList<TagImportResult> Tags { get; init; }

    /// <summary>Returns a short text, such as <c>shop/ruby: 3 tags</c>.</summary>
    public override string ToString() => $"{Stream.Namespace}/{Stream.Name}: {Tags.Count} tags";
}
