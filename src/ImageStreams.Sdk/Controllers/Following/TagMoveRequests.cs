using ImageStreams.Importing;
using ImageStreams.Policies;

namespace ImageStreams.Controllers;

/// <summary>Creates what is written when a policy moves a tag. Pure functions.</summary>
internal static class TagMoveRequests
{
    /// <summary>Creates the import that moves a tag: the stream gets the new source, its image and the reason in one write.</summary>
    /// <remarks>
    /// It carries the version of the stream, so that whoever has changed it meanwhile wins. The annotations are for the engine of this
    /// library; OpenShift takes the rest.
    /// </remarks>
    public static ImageStreamImport CreateImport(ImageStream stream, TagMoveDraft draft) => new ImageStreamImport
    {
        Metadata = new()
        {
            Name = stream.Metadata.Name,
            Namespace = stream.Metadata.Namespace,
            ResourceVersion = stream.Metadata.ResourceVersion,
            Uid = stream.Metadata.Uid,
            Annotations = draft.CreateAnnotations(stream),
        },
        Spec = new()
        {
            Import = true,
            Images =
            [
                new ImageImportSpec
                {
                    From = draft.From,
                    To = new LocalObjectReference { Name = draft.Tag.SpecTag.Name },
                    ImportPolicy = draft.Tag.SpecTag.ImportPolicy,
                    ReferencePolicy = draft.Tag.SpecTag.ReferencePolicy,
                },
            ],
        },
    }.WithTypeMeta();

    /// <summary>Completes a stream after the import with what the server did not write: all of it is there with this library's.</summary>
    public static ImageStream Complete(ImageStream stream, TagMoveDraft draft)
    {
        var name = draft.Tag.SpecTag.Name;
        if (stream.Spec.Tags.Find(name) is not { } specTag || !draft.IsBeforeOrAfter(specTag))
        {
            return stream;
        }

        var moves = TagMovesAnnotation.Read(stream).GetValueOrDefault(name) == draft.Record
            ? stream.Metadata.Annotations
            : stream.Metadata.Annotations.Set(TagMovesAnnotation.Name, TagMovesAnnotation.Format(stream, name, draft.Record));
        var moved = specTag.From == draft.From ? specTag : specTag with { From = draft.From, Generation = null };
        return stream with
        {
            Metadata = stream.Metadata with { Annotations = moves },
            Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(WithState(moved, draft.State)) },
        };
    }

    /// <summary>Writes the memory of the gates beside a tag that stays, unless the tag has changed meanwhile.</summary>
    public static ImageStream Remember(ImageStream stream, PolicyTag tag, TagGateState state) =>
        stream.Spec.Tags.Find(tag.SpecTag.Name) is { } specTag && tag.IsStill(specTag)
            ? stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(WithState(specTag, state)) } }
            : stream;

    private static TagReference WithState(TagReference specTag, TagGateState? state) =>
        state is null ? specTag : TagGateStateAnnotation.Write(specTag, state);
}
