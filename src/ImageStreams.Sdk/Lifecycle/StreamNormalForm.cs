namespace ImageStreams.Lifecycle;

/// <summary>Brings streams into the one form in which the API server processes and returns them.</summary>
/// <remarks>
/// Tags are in the order of their names' UTF-8 bytes, of two with one name the last counts, and defaults are filled in. A
/// stream in that form is returned as it is.
/// </remarks>
internal static class StreamNormalForm
{
    /// <summary>Normalizes a stream.</summary>
    public static ImageStream Normalize(ImageStream stream) => Normalize(stream, Complete);

    /// <summary>Normalizes a stream and sets the generation of the stream and of its spec tags.</summary>
    public static ImageStream Normalize(ImageStream stream, long generation) => Normalize(
        stream with { Metadata = stream.Metadata with { Generation = generation } },
        specTag => StreamGenerations.AssignGeneration(Complete(specTag), generation));

    /// <summary>Sorts the tags of a stream, without filling in defaults.</summary>
    public static ImageStream SortTags(ImageStream stream) => SortTags(stream, static specTag => specTag);

    private static ImageStream Normalize(ImageStream stream, Func<TagReference, TagReference> complete) =>
        WithoutEmptyRepository(SortTags(stream, complete));

    private static ImageStream SortTags(ImageStream stream, Func<TagReference, TagReference> change)
    {
        var specTags = stream.Spec.Tags.Sort(change);
        var histories = stream.Status.Tags.Sort(static history => history);
        if (!specTags.IsSameAs(stream.Spec.Tags))
        {
            stream = stream with { Spec = stream.Spec with { Tags = specTags } };
        }

        return histories.IsSameAs(stream.Status.Tags)
            ? stream
            : stream with { Status = stream.Status with { Tags = histories } };
    }

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

    /// <summary>Replaces empty texts by null, which the API server does not distinguish.</summary>
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
