using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>Tells a watcher what is at its place in a <see cref="ChangeRing{T}"/>.</summary>
internal readonly record struct RingStep<T>
    where T : ApiObject
{
    /// <summary>The change; null where there is none yet.</summary>
    public WatchEvent<T>? Change { get; init; }

    /// <summary>Gets a value indicating whether the change is no longer known.</summary>
    public bool IsLost { get; init; }

    /// <summary>The version up to which every change was seen.</summary>
    public long Reached { get; init; }

    /// <summary>Ends with the next change.</summary>
    public required Task Changed { get; init; }

    /// <summary>The reason why there are no more changes; null for none.</summary>
    public Exception? Failure { get; init; }
}
