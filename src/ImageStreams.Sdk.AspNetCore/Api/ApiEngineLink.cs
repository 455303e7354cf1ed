using ImageStreams.Clients;
using ImageStreams.Lifecycle;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Connects the engine of the service collection with the API that serves it: users, namespaces, limits and rights.</summary>
internal sealed class ApiEngineLink : IApiAuthorizer
{
    /// <param name="streams">The store of the streams; null when it is not here.</param>
    /// <param name="objects">The store of the other objects; null for that of the streams, or else one in memory.</param>
    /// <param name="namespaces">The namespaces of the service collection; null for those in the store.</param>
    /// <param name="timeProvider">The time provider.</param>
    /// <param name="stopping">Canceled when the application stops.</param>
    public ApiEngineLink(
        IImageStreamStore? streams,
        IClusterObjectStore? objects,
        NamespaceDirectory? namespaces,
        TimeProvider timeProvider,
        CancellationToken stopping)
    {
        Objects = objects ?? streams as IClusterObjectStore ?? new InMemoryImageStreamStore(timeProvider: timeProvider);
        Namespaces = namespaces ?? new NamespaceDirectory(Objects, timeProvider: timeProvider);
        Limits = new StoredLimits(Objects, timeProvider, stopping);
    }

    /// <summary>The store of the other objects.</summary>
    public IClusterObjectStore Objects { get; }

    /// <summary>The namespaces.</summary>
    public NamespaceDirectory Namespaces { get; }

    /// <summary>The limits of streams that clients have created.</summary>
    public StoredLimits Limits { get; }

    /// <summary>The authorizer outside of requests; everything is allowed until the API is mapped, since nobody but the process can ask.
    /// </summary>
    public IApiAuthorizer Authorizer { get; set; } = AllowAllAuthorizer.Instance;

    /// <summary>Sets what an engine does not have yet.</summary>
    public void Configure(EmbeddedImageStreamOptions engine)
    {
        engine.GetUsers ??= static () => ImageApiUsers.Instance;
        engine.GetNamespaces ??= () => Namespaces;
        engine.GetLimitSource ??= () => Limits;
        engine.GetAccessReviewer ??= () => new ImageApiAccessReviewer(this);
    }

    public ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default) =>
        (ImageApiUsers.FindAuthorizer() ?? Authorizer).AuthorizeAsync(access, cancellationToken);
}
