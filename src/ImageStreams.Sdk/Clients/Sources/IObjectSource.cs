using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>Lists and watches the objects of one resource.</summary>
/// <remarks>
/// <see cref="ObjectSource"/> has those of an <see cref="IImageStreamClient"/>; <see cref="ClusterObjectReader"/> is one. Implementations
/// are thread-safe, and fail with <see cref="ApiException"/>s.
/// </remarks>
/// <typeparam name="T">The kind of the objects.</typeparam>
public interface IObjectSource<T>
    where T : ApiObject
{
    /// <summary>The plural of the kind for messages, such as <c>imagestreams</c>.</summary>
    string Resource { get; }

    /// <summary>Lists objects, or one page of them.</summary>
    /// <param name="ns">The namespace; null for all. A kind without namespaces takes no notice of it.</param>
    /// <param name="options">The selectors and the page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The list is refused, or the source is not reached. The state of the first page is no longer
    /// available (<see cref="ApiFailure.Gone"/>).</exception>
    Task<ApiList<T>> ListPageAsync(string? ns, ListOptions options, CancellationToken cancellationToken);

    /// <summary>Watches objects: every change, in order.</summary>
    /// <param name="ns">The namespace; null for all. A kind without namespaces takes no notice of it.</param>
    /// <param name="options">The selectors, and the version after which the watch begins.</param>
    /// <param name="cancellationToken">A token to end the watch.</param>
    /// <exception cref="ApiException">The watch is refused, or the source is not reached. The changes after the version are no longer
    /// available (<see cref="ApiFailure.Gone"/>): list and watch again.</exception>
    IAsyncEnumerable<WatchEvent<T>> WatchChangesAsync(string? ns, WatchOptions options, CancellationToken cancellationToken);
}
