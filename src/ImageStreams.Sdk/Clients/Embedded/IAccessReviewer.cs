using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Reviews the access of the writer of a stream to the images of another stream.</summary>
/// <remarks>
/// Called before a tag follows a tag or an image of another namespace, as OpenShift reviews <c>get imagestreams/layers</c>.
/// Called concurrently; decisions are not cached. An exception ends the change, and its caller receives it unchanged.
/// </remarks>
public interface IAccessReviewer
{
    /// <summary>Reviews the access to one stream.</summary>
    /// <param name="stream">The stream to read, with its namespace.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision.</returns>
    ValueTask<AccessDecision> ReviewAsync(ImageStreamName stream, CancellationToken cancellationToken = default);
}
