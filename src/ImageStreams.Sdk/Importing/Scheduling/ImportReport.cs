using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>What came of an <see cref="ImportJob"/>.</summary>
public sealed record ImportReport
{
    /// <summary>The job.</summary>
    public required ImportJob Job { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What came of each tag that was asked for; empty when the request was refused.</summary>
    public ValueList<TagImportReport> Tags { get; init; }

    /// <summary>What came of the repository that was asked for as a whole; null when none was.</summary>
    public KubernetesStatus? Repository { get; init; }

    /// <summary>What came of the tags of that repository.</summary>
    public ValueList<TagImportReport> RepositoryTags { get; init; }

    /// <summary>Why the request was refused as a whole; null when it was not.</summary>
    public KubernetesStatus? Refusal { get; init; }
}
