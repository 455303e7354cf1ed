using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>Brings streams into the one form in which the API server processes and returns them.</summary>
/// <remarks>
/// Tags are in the order of their names' UTF-8 bytes, the last of two with the same name counts, and defaults are filled in.
/// A stream in that form is returned unchanged.
/// </remarks>
internal static class StreamNormalForm
{
    /// <summary>Normalizes a stream.</summary>
    public static ImageStream Normalize(ImageStream stream) => Normalize(stream, Complete, ItemMarks.Normal);

    /// <summary>Normalizes a stream and sets the generation of the stream and of its spec tags.</summary>
    public static ImageStream Normalize(ImageStream stream, long generation) => Normalize(
        stream with { Metadata = stream.Metadata with { Generation = generation } },
        specTag => StreamGenerations.AssignGeneration(Complete(specTag), generation),
        ItemMarks.None);

    /// <summary>Sorts the tags of a stream, without filling in defaults.</summary>
    public static ImageStream SortTags(ImageStream stream) => stream.WithTags(stream.Spec.Tags.Sort(), stream.Status.Tags.Sort());

    /// <summary>Replaces the tags of a stream; the same object when they are the same.</summary>
    public static ImageStream WithTags(
        this ImageStream stream, KeyedList<TagReference> specTags, KeyedList<NamedTagEventList> histories)
    {
        if (!specTags.IsSameAs(stream.Spec.Tags))
        {
            stream = stream with { Spec = stream.Spec with { Tags = specTags } };
        }

        return histories.IsSameAs(stream.Status.Tags)
            ? stream
            : stream with { Status = stream.Status with { Tags = histories } };
    }

    /// <summary>Shares the unchanged tags of an older version, both in normal form.</summary>
    public static ImageStream ShareTags(this ImageStream stream, ImageStream old) =>
        stream.WithTags(stream.Spec.Tags.Share(old.Spec.Tags), stream.Status.Tags.Share(old.Status.Tags));

    private static ImageStream Normalize(ImageStream stream, Func<TagReference, TagReference> complete, ItemMarks mark) =>
        WithoutEmptyRepository(stream.WithTags(stream.Spec.Tags.Sort().Map(complete, mark), stream.Status.Tags.Sort()));

    private static ImageStream WithoutEmptyRepository(ImageStream stream) => stream.Spec.DockerImageRepository is ""
        ? stream with { Spec = stream.Spec with { DockerImageRepository = null } }
        : stream;

    private static TagReference Complete(TagReference specTag)
    {
        var next = specTag.WithDefaults();
        return HasEmptyTexts(next.From) ? next with { From = WithoutEmptyTexts(next.From!) } : next;
    }

    private static bool HasEmptyTexts(ObjectReference? from) =>
        from is { Kind: "" } or { Namespace: "" } or { Name: "" } or { Uid: "" } or { ApiVersion: "" }
            or { ResourceVersion: "" } or { FieldPath: "" };

    /// <summary>Replaces empty texts with null; the API server does not distinguish the two.</summary>
    private static ObjectReference WithoutEmptyTexts(ObjectReference reference) => reference with
    {
        Kind = NullIfEmpty(reference.Kind),
        Namespace = NullIfEmpty(reference.Namespace),
        Name = NullIfEmpty(reference.Name),
        Uid = NullIfEmpty(reference.Uid),
        ApiVersion = NullIfEmpty(reference.ApiVersion),
        ResourceVersion = NullIfEmpty(reference.ResourceVersion),
        FieldPath = NullIfEmpty(reference.FieldPath),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
