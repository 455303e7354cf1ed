using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>An observer of streams, such as a controller; see <see cref="ObservedStreams"/> and <see cref="StreamFeed"/>.</summary>
/// <remarks>
/// Both methods are called one after the other and in the order of the changes. They return soon: while one runs, the next
/// change waits.
/// </remarks>
public interface IStreamObserver
{
    /// <summary>Notifies the observer of a stream that is new or has changed.</summary>
    /// <param name="stream">The current stream.</param>
    void Observe(ImageStream stream);

    /// <summary>Notifies the observer that a stream was deleted.</summary>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    void Remove(ImageStreamName stream);
}
