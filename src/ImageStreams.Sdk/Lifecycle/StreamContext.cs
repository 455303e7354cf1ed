using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>The environment of a change of a stream: registries, other streams, access reviews and time.</summary>
/// <remarks>The functions are called on the thread of the change, any number of times, and must not block.</remarks>
public sealed record StreamContext
{
    /// <summary>The host and port of the integrated registry; empty when there is none.</summary>
    public string InternalRegistryHostname { get; init; } = "";

    /// <summary>The host and port of the integrated registry outside the cluster; empty when it is not exposed.</summary>
    public string ExternalRegistryHostname { get; init; } = "";

    /// <summary>The registries that images may come from; all by default.</summary>
    public AllowedRegistries AllowedRegistries { get; init; } = AllowedRegistries.All;

    /// <summary>The function that finds another stream by its name; finds none by default.</summary>
    public Func<ImageStreamName, StreamLookupResult> FindStream { get; init; } =
        static _ => new StreamLookupResult.NotFound();

    /// <summary>
    /// The function that reviews whether the user who changes the stream may read the images of another stream (<c>get
    /// imagestreams/layers</c>); allows all by default.
    /// </summary>
    public Func<ImageStreamName, AccessDecision> ReviewAccess { get; init; } = static _ => AccessDecision.Allow;

    /// <summary>The time of the change.</summary>
    public required Timestamp Now { get; init; }

    /// <summary>Returns the registry and the time.</summary>
    public override string ToString() => InternalRegistryHostname.Length == 0 ? $"{Now}" : $"{InternalRegistryHostname}, {Now}";
}
