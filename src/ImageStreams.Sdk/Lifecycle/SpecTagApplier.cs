using ImageStreams.Resolution;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>Applies spec tags to a draft: moves their tags to the images that they follow.</summary>
/// <param name="draft">The draft.</param>
/// <param name="followed">The row that each row follows.</param>
/// <param name="context">The environment of the change.</param>
internal sealed class SpecTagApplier(StreamDraft draft, int[] followed, StreamContext context)
{
    private readonly SourceStreams _sources = new(context);
    private readonly TagEventCopier _copier = new(draft.Stream, context.InternalRegistryHostname);

    /// <summary>The errors of the spec tags so far.</summary>
    public List<FieldError> Errors { get; } = [];

    private long Generation => draft.Stream.Metadata.Generation;

    /// <summary>Applies the spec tag of a row, which has a <c>from</c>.</summary>
    public void Apply(int row, TagReference specTag)
    {
        var from = specTag.From!;
        if (from is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec })
        {
            RecordReference(row, specTag, pullSpec);
        }
        else if (TagSource.TryRead(draft.Stream, from, out var source))
        {
            Apply(row, specTag, source);
        }
        else
        {
            Errors.Add(TagErrors.Malformed(specTag));
        }
    }

    private void Apply(int row, TagReference specTag, TagSource source)
    {
        if (!source.IsOwnStream)
        {
            CopyFromOtherStream(row, specTag, source);
        }
        else if (specTag.From!.Kind == ReferenceKinds.ImageStreamImage)
        {
            Pin(row, specTag, source, draft.Stream, draft.ToStream);
        }
        else
        {
            CopyFromOwnStream(row, specTag, source.Selector.Length > 0 ? followed[row] : draft.FindRow(PullSpecs.OrLatest("")));
        }
    }

    private void RecordReference(int row, TagReference specTag, string pullSpec)
    {
        if (specTag.Reference)
        {
            var created = context.Now;
            Add(row, specTag, new() { Created = created, DockerImageReference = pullSpec, Generation = Generation });
        }
    }

    /// <remarks>
    /// OpenShift copies the entry of the followed tag by reference, so that a change of the copy also changes that entry.
    /// </remarks>
    private void CopyFromOwnStream(int row, TagReference specTag, int followedRow)
    {
        if (followedRow == TagFollowOrder.None || draft.FindLatestEvent(followedRow) is not { } latest)
        {
            return;
        }

        var tagEvent = _copier.Copy(latest, specTag, draft.Stream);
        if (!ReferenceEquals(tagEvent, latest))
        {
            draft.ReplaceLatest(followedRow, tagEvent);
        }

        Add(row, specTag, tagEvent);
    }

    private void CopyFromOtherStream(int row, TagReference specTag, TagSource source)
    {
        switch (_sources.Find(source.StreamName))
        {
            case StreamLookupResult.Found { Stream: var stream } when specTag.From!.Kind == ReferenceKinds.ImageStreamImage:
                Pin(row, specTag, source, stream, () => stream);
                break;
            case StreamLookupResult.Found { Stream: var stream }:
                CopyLatest(row, specTag, source, stream);
                break;
            case StreamLookupResult.Failed { Message: var message }:
                Errors.Add(TagErrors.LookupFailed(specTag, source.StreamName, message));
                break;
            default:
                Errors.Add(TagErrors.StreamNotFound(specTag, source.StreamName));
                break;
        }
    }

    private void CopyLatest(int row, TagReference specTag, TagSource source, ImageStream stream)
    {
        if (PullSpecs.FindLatestEvent(stream, source.Selector) is { } latest)
        {
            Add(row, specTag, _copier.Copy(latest, specTag, stream));
        }
    }

    private void Pin(int row, TagReference specTag, TagSource source, ImageStream stream, Func<ImageStream> getLatest)
    {
        switch (_sources.Resolve(source, getLatest))
        {
            case StreamImageResult.Found found:
                Add(row, specTag, _copier.Copy(found.ToEvent(context.Now), specTag, stream));
                break;
            case StreamImageResult.Ambiguous { Images: var images }:
                Errors.Add(TagErrors.AmbiguousImage(specTag, source.Selector, images));
                break;
            default:
                Errors.Add(TagErrors.NoSuchImage(specTag, source.Selector));
                break;
        }
    }

    private void Add(int row, TagReference specTag, TagEvent tagEvent)
    {
        draft.SetSpecTag(row, StreamGenerations.AssignGeneration(specTag, Generation));
        draft.Add(row, tagEvent);
    }
}
