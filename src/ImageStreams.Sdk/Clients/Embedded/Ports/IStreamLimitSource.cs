namespace ImageStreams.Clients;

/// <summary>Provides limits of streams that change while an embedded client runs, as the <c>LimitRange</c> and <c>ResourceQuota</c> objects
/// of a cluster do.</summary>
/// <remarks>They count beside <see cref="EmbeddedImageStreamOptions.StreamLimits"/>. Asked before each write of a stream, concurrently; the
/// limits are not cached. An exception ends the request, and its caller receives it unchanged.</remarks>
public interface IStreamLimitSource
{
    /// <summary>Gets the limits of a namespace.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The limits, whose <see cref="StreamLimitOptions.Namespace"/> does not matter; empty for none.</returns>
    ValueTask<IReadOnlyList<StreamLimitOptions>> GetLimitsAsync(string ns, CancellationToken cancellationToken = default);
}
