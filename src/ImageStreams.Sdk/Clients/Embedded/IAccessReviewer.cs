using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Decides whether whoever changes a stream may read the images of another.</summary>
/// <remarks>
/// Asked before a tag is made to follow a tag or an image of another namespace, as OpenShift asks for
/// <c>get imagestreams/layers</c>. Called from many threads at once; answers are not kept. What is thrown ends the
/// change and reaches its caller as it is.
/// </remarks>
public interface IAccessReviewer
{
    /// <summary>Decides about one stream.</summary>
    /// <param name="stream">The stream that is to be read, with its namespace.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<AccessDecision> ReviewAsync(ImageStreamName stream, CancellationToken cancellationToken = default);
}
