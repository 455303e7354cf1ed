namespace ImageStreams.Clients;

/// <summary>Checks writes of streams against limits: <c>LimitRange</c> and <c>ResourceQuota</c> of a cluster.</summary>
/// <remarks>
/// Asked before a stream is stored that is valid, whoever writes it: as a stream, a tag, an import or a push; dry runs ask as
/// well. Not asked for the status subresource and for deletions. Called concurrently, and again for each attempt of a write
/// that others got ahead of; decisions are not cached, and no reservation is kept. An exception ends the request, and its
/// caller receives it unchanged.
/// </remarks>
public interface IStreamLimits
{
    /// <summary>Checks one write.</summary>
    /// <param name="write">The write.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision.</returns>
    ValueTask<LimitDecision> CheckAsync(LimitedWrite write, CancellationToken cancellationToken = default);
}
