using ImageStreams.Clients;
using ImageStreams.Lifecycle;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Connects the engine of the service collection with the API that serves it: users, namespaces and rights.</summary>
/// <param name="store">The store of the streams.</param>
/// <param name="namespaces">The namespaces of the service collection; null for those in the store.</param>
/// <param name="timeProvider">The time provider.</param>
internal sealed class ApiEngineLink(IImageStreamStore? store, NamespaceDirectory? namespaces, TimeProvider timeProvider) : IApiAuthorizer
{
    /// <summary>The namespaces.</summary>
    public NamespaceDirectory Namespaces { get; } = namespaces ?? new NamespaceDirectory(
        store as IClusterObjectStore ?? new InMemoryImageStreamStore(timeProvider: timeProvider), timeProvider: timeProvider);

    /// <summary>The authorizer outside of requests; everything is allowed until the API is mapped, since nobody but the process can ask.
    /// </summary>
    public IApiAuthorizer Authorizer { get; set; } = AllowAllAuthorizer.Instance;

    /// <summary>Sets what an engine does not have yet.</summary>
    public void Configure(EmbeddedImageStreamOptions engine)
    {
        engine.GetUsers ??= static () => ImageApiUsers.Instance;
        engine.GetNamespaces ??= () => Namespaces;
        engine.GetAccessReviewer ??= () => new ImageApiAccessReviewer(this);
    }

    public ValueTask<AccessDecision> AuthorizeAsync(ApiAccess access, CancellationToken cancellationToken = default) =>
        (ImageApiUsers.FindAuthorizer() ?? Authorizer).AuthorizeAsync(access, cancellationToken);
}
