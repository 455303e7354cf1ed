using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>The result of an <see cref="ImportJob"/>.</summary>
public sealed record ImportReport
{
    /// <summary>The job.</summary>
    public required ImportJob Job { get; init; }

    /// <summary>The time at which the job ended.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The result of each requested tag; empty when the request was refused.</summary>
    public ValueList<TagImportReport> Tags { get; init; }

    /// <summary>The result of the requested repository; null when none was requested.</summary>
    public KubernetesStatus? Repository { get; init; }

    /// <summary>The results of the tags of the repository.</summary>
    public ValueList<TagImportReport> RepositoryTags { get; init; }

    /// <summary>The results of the requested tags, and then of those of the repository.</summary>
    internal IEnumerable<TagImportReport> AllTags => Tags.Concat(RepositoryTags);

    /// <summary>The status with which the whole request was refused; null when it was not.</summary>
    public KubernetesStatus? Refusal { get; init; }

    /// <summary>Returns the stream and the number of tags.</summary>
    public override string ToString() => Refusal is null
        ? $"{Job.Stream}: {Tags.Count + RepositoryTags.Count} tags"
        : $"{Job.Stream}: refused, {Refusal.Reason}";
}
