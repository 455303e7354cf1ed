using ImageStreams.Collections;

namespace ImageStreams.Lifecycle;

/// <summary>The one form of a stream that the API server works on and gives back.</summary>
/// <remarks>
/// Tags are in the order of their names' UTF-8 bytes, of two with one name the last counts, and what a user may leave
/// out of a tag is filled in. A stream in that form is given back as it is.
/// </remarks>
internal static class StreamNormalForm
{
    private static readonly TagReferencePolicy SourcePolicy = new() { Type = ReferencePolicyType.Source };
    private static readonly TagImportPolicy LegacyPolicy = new() { ImportMode = ImportMode.Legacy };

    /// <summary>The stream in that form.</summary>
    public static ImageStream Normalize(ImageStream stream) => Normalize(stream, WithDefaults);

    /// <summary>The stream in that form, each wish in it of one generation.</summary>
    public static ImageStream Normalize(ImageStream stream, long generation) => Normalize(
        stream with { Metadata = stream.Metadata with { Generation = generation } },
        specTag => StreamGenerations.AssignGeneration(WithDefaults(specTag), generation));

    /// <summary>The stream with its tags in order, and nothing filled in.</summary>
    public static ImageStream SortTags(ImageStream stream) =>
        With(stream, SortTags(stream.Spec.Tags, static specTag => specTag), SortTags(stream.Status.Tags, static history => history));

    private static ImageStream Normalize(ImageStream stream, Func<TagReference, TagReference> fill) => WithoutEmptyRepository(
        With(stream, SortTags(stream.Spec.Tags, fill), SortTags(stream.Status.Tags, static history => history)));

    private static ImageStream With(
        ImageStream stream, KeyedList<TagReference> specTags, KeyedList<NamedTagEventList> histories)
    {
        var next = specTags.IsSameAs(stream.Spec.Tags) ? stream : stream with { Spec = stream.Spec with { Tags = specTags } };
        return histories.IsSameAs(stream.Status.Tags)
            ? next
            : next with { Status = next.Status with { Tags = histories } };
    }

    private static ImageStream WithoutEmptyRepository(ImageStream stream) => stream.Spec.DockerImageRepository is ""
        ? stream with { Spec = stream.Spec with { DockerImageRepository = null } }
        : stream;

    private static KeyedList<T> SortTags<T>(KeyedList<T> list, Func<T, T> change)
        where T : class, IKeyed => KeySorter<T>.IsStrict(list.AsSpan())
            ? list.Map(change)
            : KeyedList<T>.Own(KeySorter<T>.Sort(list.AsSpan(), change));

    private static TagReference WithDefaults(TagReference specTag)
    {
        var next = specTag.ReferencePolicy.Type == default
            ? specTag with { ReferencePolicy = specTag.ReferencePolicy == TagReferencePolicy.Default ? SourcePolicy : Source(specTag) }
            : specTag;
        if (next.ImportPolicy.ImportMode == default)
        {
            next = next with { ImportPolicy = next.ImportPolicy == TagImportPolicy.Default ? LegacyPolicy : Legacy(specTag) };
        }

        return HasEmptyTexts(next.From) ? next with { From = WithoutEmptyTexts(next.From!) } : next;
    }

    private static TagReferencePolicy Source(TagReference specTag) =>
        specTag.ReferencePolicy with { Type = ReferencePolicyType.Source };

    private static TagImportPolicy Legacy(TagReference specTag) => specTag.ImportPolicy with { ImportMode = ImportMode.Legacy };

    private static bool HasEmptyTexts(ObjectReference? from) =>
        from is { Kind: "" } or { Namespace: "" } or { Name: "" } or { Uid: "" } or { ApiVersion: "" }
            or { ResourceVersion: "" } or { FieldPath: "" };

    /// <summary>An empty text and none are one thing to the API server.</summary>
    private static ObjectReference WithoutEmptyTexts(ObjectReference reference) => reference with
    {
        Kind = OrNull(reference.Kind),
        Namespace = OrNull(reference.Namespace),
        Name = OrNull(reference.Name),
        Uid = OrNull(reference.Uid),
        ApiVersion = OrNull(reference.ApiVersion),
        ResourceVersion = OrNull(reference.ResourceVersion),
        FieldPath = OrNull(reference.FieldPath),
    };

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
