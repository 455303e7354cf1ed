using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>The result of the import of a whole repository.</summary>
public sealed record RepositoryImportResult
{
    /// <summary>The stream after the import; the same object when nothing changed.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>The error of listing the repository; null when it was listed.</summary>
    public ImportError? Error { get; init; }

    /// <summary>The results of the tags that were chosen, by priority.</summary>
    public ValueList<TagImportResult> Tags { get; init; }

    /// <summary>The tags beyond the limit, by priority; they were not imported.</summary>
    public ValueList<string> AdditionalTags { get; init; }

    /// <summary>Returns a short text, such as <c>shop/ruby: 50 tags, 3 additional</c>.</summary>
    public override string ToString() => Error is null
        ? $"{Stream.Namespace}/{Stream.Name}: {Tags.Count} tags, {AdditionalTags.Count} additional"
        : $"{Stream.Namespace}/{Stream.Name}: {Error}";
}
