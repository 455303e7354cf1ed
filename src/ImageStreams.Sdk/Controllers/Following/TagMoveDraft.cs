using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>A move that was decided on and is not written yet.</summary>
/// <param name="Tag">The spec tag as it was decided on.</param>
/// <param name="To">The tag to follow, with its digest.</param>
/// <param name="Record">The reason, as the stream remembers it.</param>
/// <param name="State">The memory of the gates; null when it is the same as before.</param>
internal sealed record TagMoveDraft(PolicyTag Tag, CandidateTag To, TagMoveRecord Record, TagGateState? State)
{
    /// <summary>The new source of the spec tag: the same reference with the chosen tag.</summary>
    public ObjectReference From { get; } = CreateFrom(Tag, To.Name);

    /// <summary>Determines whether a spec tag is still the one that was decided on, or has been moved by it.</summary>
    public bool IsBeforeOrAfter(TagReference specTag) =>
        Tag.IsStill(specTag.From == From ? specTag with { From = Tag.SpecTag.From } : specTag);

    /// <summary>Creates the annotations of the request: the reason, the digest that was decided on, and the memory of the gates.</summary>
    public ValueMap<string> CreateAnnotations(ImageStream stream)
    {
        var annotations = default(ValueMap<string>)
            .Set(TagMovesAnnotation.Name, TagMovesAnnotation.Format(stream, Tag.SpecTag.Name, Record))
            .Set(TagMovesAnnotation.DigestName, To.Digest!.ToString());
        return State is null
            ? annotations
            : annotations.Set(TagGateStateAnnotation.Name, TagGateStateAnnotation.Format(State));
    }

    /// <summary>Keeps how the reference was written, such as without the registry of Docker Hub.</summary>
    private static ObjectReference CreateFrom(PolicyTag tag, string chosen)
    {
        var written = ImageReference.Parse(tag.SpecTag.From!.Name!);
        return tag.SpecTag.From with { Name = written.ToRepository().WithTag(chosen).ToExactString() };
    }
}
