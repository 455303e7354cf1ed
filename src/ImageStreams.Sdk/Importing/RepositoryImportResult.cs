using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>What became of the import of a whole repository.</summary>
public sealed record RepositoryImportResult
{
    /// <summary>The stream after the import; the same one where nothing changed.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>Why the repository could not be listed; null when it could.</summary>
    public ImportError? Error { get; init; }

    /// <summary>What became of each tag that was chosen, by priority.</summary>
    public ValueList<TagImportResult> Tags { get; init; }

    /// <summary>The tags beyond the limit, by priority; they were not looked up.</summary>
    public ValueList<string> AdditionalTags { get; init; }
}
