using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

internal sealed partial class TagProcessing
{
    private void RecordReference(int row, TagReference specTag, string pullSpec)
    {
        if (specTag.Reference)
        {
            var created = _context.Now;
            Add(row, specTag, new() { Created = created, DockerImageReference = pullSpec, Generation = Generation });
        }
    }

    /// <summary>
    /// What OpenShift hands on is the entry of the followed tag itself, so that what is written to it there is.
    /// </summary>
    private void CopyFromOwnStream(int row, TagReference specTag, int followed)
    {
        if (followed == TopologicalOrder.None || _draft.FindLatestEvent(followed) is not { } latest)
        {
            return;
        }

        var tagEvent = _copier.Copy(latest, specTag, _draft.Stream);
        if (!ReferenceEquals(tagEvent, latest))
        {
            _draft.ReplaceLatest(followed, tagEvent);
        }

        Add(row, specTag, tagEvent);
    }

    private void CopyFromOtherStream(int row, TagReference specTag, TagSource source)
    {
        switch (_sources.Find(source.Name))
        {
            case StreamLookupResult.Found { Stream: var stream } when specTag.From!.Kind == ReferenceKinds.ImageStreamImage:
                Pin(row, specTag, source, stream, () => stream);
                break;
            case StreamLookupResult.Found { Stream: var stream }:
                CopyLatest(row, specTag, source, stream);
                break;
            case StreamLookupResult.Failed { Message: var message }:
                _errors.Add(TagErrors.LookupFailed(specTag, source.Name, message));
                break;
            default:
                _errors.Add(TagErrors.StreamNotFound(specTag, source.Name));
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

    private void Pin(int row, TagReference specTag, TagSource source, ImageStream stream, Func<ImageStream> latest)
    {
        switch (_sources.Resolve(source, latest))
        {
            case StreamImageResult.Found found:
                Add(row, specTag, _copier.Copy(found.ToEvent(_context.Now), specTag, stream));
                break;
            case StreamImageResult.Ambiguous { Images: var images }:
                _errors.Add(TagErrors.AmbiguousImage(specTag, source.Selector, images));
                break;
            default:
                _errors.Add(TagErrors.NoSuchImage(specTag, source.Selector));
                break;
        }
    }

    private void Add(int row, TagReference specTag, TagEvent tagEvent)
    {
        _draft.SetSpecTag(row, StreamGenerations.AssignGeneration(specTag, Generation));
        _draft.Add(row, tagEvent);
    }
}
