using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Lifecycle;

/// <summary>What OpenShift's API server makes of a stream that is created or changed.</summary>
public static class StreamLifecycle
{
    /// <summary>Creates a stream as a user does: the status given is dropped.</summary>
    public static StreamChange Create(ImageStream stream, StreamContext context) => throw new NotImplementedException();

    /// <summary>Creates a stream as a push or an import does: the status given is kept.</summary>
    public static StreamChange CreateInternal(ImageStream stream, StreamContext context) =>
        throw new NotImplementedException();

    /// <summary>Changes a stream as a user does: the status given is dropped.</summary>
    public static StreamChange Update(ImageStream stream, ImageStream old, StreamContext context) =>
        throw new NotImplementedException();

    /// <summary>Changes a stream as a push or an import does: the status given is kept.</summary>
    public static StreamChange UpdateInternal(ImageStream stream, ImageStream old, StreamContext context) =>
        throw new NotImplementedException();

    /// <summary>Changes the status of a stream only.</summary>
    public static StreamChange UpdateStatus(ImageStream stream, ImageStream old, StreamContext context) =>
        throw new NotImplementedException();

    /// <summary>The stream as it is shown to a reader: with the repositories that pushes go to.</summary>
    public static ImageStream Decorate(ImageStream stream, StreamContext context) => throw new NotImplementedException();

    /// <summary>The other streams that a change will look up or need leave for, so that they can be fetched before.</summary>
    /// <param name="stream">The stream as it is to be.</param>
    /// <param name="old">The stream as it is; null for one that is to be created.</param>
    public static ValueList<ImageStreamName> OtherStreamsOf(ImageStream stream, ImageStream? old) =>
        throw new NotImplementedException();
}
