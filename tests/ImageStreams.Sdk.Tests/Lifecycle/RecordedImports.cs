using ImageStreams.Lifecycle;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>Imports of single tags, recorded in a stream.</summary>
internal static class RecordedImports
{
    public static ImageStream RecordSuccess(ImageStream stream, string tag, string pullSpec, string image, Timestamp now)
    {
        var recording = ImportRecording.Create(stream, now);
        return stream.Spec.Tags.Find(tag) is { } specTag
            ? recording.Settle(recording.RecordSuccess(stream, specTag, pullSpec, image))
            : stream;
    }

    public static ImageStream RecordFailure(ImageStream stream, string tag, string reason, string message, Timestamp now)
    {
        var recording = ImportRecording.Create(stream, now);
        return stream.Spec.Tags.Find(tag) is { } specTag
            ? recording.Settle(recording.RecordFailure(stream, specTag, reason, message, addSpecTag: true))
            : stream;
    }
}
