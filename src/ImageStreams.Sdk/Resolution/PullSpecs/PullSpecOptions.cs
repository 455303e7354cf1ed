namespace ImageStreams.Resolution;

/// <summary>Options of <see cref="PullSpecs.Resolve"/>, for tags that have more than one pull spec.</summary>
public sealed record PullSpecOptions
{
    /// <summary>The defaults: the latest image only, in the integrated registry.</summary>
    public static PullSpecOptions Default { get; } = new();

    /// <summary>
    /// Gets a value indicating whether the last good image is accepted while a newer one is imported; false by default,
    /// which returns <see cref="PullSpecResolution.AwaitingImport"/> instead.
    /// </summary>
    public bool AcceptLastGood { get; init; }

    /// <summary>
    /// Gets a value indicating whether an empty tag is named in the public repository, if there is one; false by default.
    /// </summary>
    public bool PreferPublicRepository { get; init; }
}
