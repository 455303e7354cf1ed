using ImageStreams.Collections;

namespace ImageStreams.Tests.Storage;

/// <summary>Streams with a large text in one of their parts.</summary>
internal static class LargeParts
{
    /// <summary>Puts a text into a part of a stream.</summary>
    public static ImageStream Add(ImageStream stream, string part, string text) => part switch
    {
        "stream" => stream with { UnknownFields = Unknown(text) },
        "spec" => stream with { Spec = new() { UnknownFields = Unknown(text) } },
        "lookup policy" => stream with { Spec = new() { LookupPolicy = new() { UnknownFields = Unknown(text) } } },
        "status" => stream with { Status = new() { UnknownFields = Unknown(text) } },
        "tag" => WithTag(stream, new() { Name = "a", UnknownFields = Unknown(text) }),
        "tag's source" => WithTag(stream, new() { Name = "a", From = new() { UnknownFields = Unknown(text) } }),
        "event" => WithEvent(stream, new() { Image = $"sha256:{text[0]}", UnknownFields = Unknown(text) }),
        _ => stream with { Metadata = Add(stream.Metadata, part, text) },
    };

    private static ObjectMeta Add(ObjectMeta metadata, string part, string text) => part switch
    {
        "metadata" => metadata with { UnknownFields = Unknown(text) },
        "finalizers" => metadata with { Finalizers = [text] },
        "owner" => metadata with { OwnerReferences = [new() { Name = text }] },
        "managed fields" => metadata with { ManagedFields = [new() { FieldsV1 = Json(text) }] },
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static ImageStream WithTag(ImageStream stream, TagReference tag) => stream with { Spec = new() { Tags = [tag] } };

    private static ImageStream WithEvent(ImageStream stream, TagEvent tagEvent) =>
        stream with { Status = new() { Tags = [new() { Tag = "a", Items = [tagEvent] }] } };

    private static ValueMap<RawJson> Unknown(string text) => [new("other", Json(text))];

    private static RawJson Json(string text) => RawJson.Parse($"\"{text}\"");
}
