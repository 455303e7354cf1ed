using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>What a change of a stream needs to know of the world around it.</summary>
/// <remarks>Functions are called on the thread of the change, any number of times, and must not block.</remarks>
public sealed record StreamContext
{
    /// <summary>The host and port of the cluster's own registry; empty when it has none.</summary>
    public string InternalRegistryHostname { get; init; } = "";

    /// <summary>The host and port by which that registry is reached from outside; empty when it is not.</summary>
    public string ExternalRegistryHostname { get; init; } = "";

    /// <summary>The registries that images may come from; by default all.</summary>
    public AllowedRegistries AllowedRegistries { get; init; } = AllowedRegistries.All;

    /// <summary>Finds another stream by namespace and name; by default none is found.</summary>
    public Func<ImageStreamName, StreamLookupResult> FindStream { get; init; } = static _ => new StreamLookupResult.NotFound();

    /// <summary>
    /// Decides whether whoever changes the stream may read the images of another (<c>get imagestreams/layers</c>); by
    /// default always.
    /// </summary>
    public Func<ImageStreamName, AccessDecision> ReviewAccess { get; init; } = static _ => AccessDecision.Allow;

    /// <summary>The time of the change.</summary>
    public required Timestamp Now { get; init; }
}
