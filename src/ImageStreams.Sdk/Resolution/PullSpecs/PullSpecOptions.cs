namespace ImageStreams.Resolution;

/// <summary>Which pull spec to prefer where a tag offers more than one.</summary>
public sealed record PullSpecOptions
{
    /// <summary>The newest image only, by the internal repository.</summary>
    public static PullSpecOptions Default { get; } = new();

    /// <summary>
    /// Indicates whether the last good image will do while a newer one is being imported; false by default, which answers
    /// <see cref="PullSpecResolution.AwaitingImport"/> instead.
    /// </summary>
    public bool AcceptLastGood { get; init; }

    /// <summary>
    /// Indicates whether an empty tag is named in the repository as it is reached from outside, where there is one; false by
    /// default.
    /// </summary>
    public bool PreferPublicRepository { get; init; }
}
