using ImageStreams.Resolution;

namespace ImageStreams.Lifecycle;

internal sealed partial class TagProcessing
{
    private void PassOn(int row, TagReference wish, string pullSpec)
    {
        if (wish.Reference)
        {
            var created = _context.Now;
            Add(row, wish, new() { Created = created, DockerImageReference = pullSpec, Generation = Generation });
        }
    }

    /// <summary>
    /// What OpenShift hands on is the entry of the followed tag itself, so that what is written to it there is.
    /// </summary>
    private void TakeFromHere(int row, TagReference wish, int followed)
    {
        if (followed == FollowOrder.Nothing || _draft.NewestOf(followed) is not { } newest)
        {
            return;
        }

        var tagEvent = _adoption.Adopt(newest, wish, _draft.Stream);
        if (!ReferenceEquals(tagEvent, newest))
        {
            _draft.ReplaceNewest(followed, tagEvent);
        }

        Add(row, wish, tagEvent);
    }

    private void TakeFromOther(int row, TagReference wish, TagSource source)
    {
        switch (_sources.Find(source.Name))
        {
            case StreamLookup.Found { Stream: var stream } when wish.From!.Kind == ReferenceKinds.ImageStreamImage:
                Pin(row, wish, source, stream, () => stream);
                break;
            case StreamLookup.Found { Stream: var stream }:
                TakeNewest(row, wish, source, stream);
                break;
            case StreamLookup.Failed { Message: var message }:
                _errors.Add(TagErrors.LookupFailed(wish, source.Name, message));
                break;
            default:
                _errors.Add(TagErrors.StreamNotFound(wish, source.Name));
                break;
        }
    }

    private void TakeNewest(int row, TagReference wish, TagSource source, ImageStream stream)
    {
        if (PullSpecs.FindLatestEvent(stream, source.Selector) is { } newest)
        {
            Add(row, wish, _adoption.Adopt(newest, wish, stream));
        }
    }

    private void Pin(int row, TagReference wish, TagSource source, ImageStream stream, Func<ImageStream> latest)
    {
        switch (_sources.Resolve(source, latest))
        {
            case StreamImage.Found found:
                Add(row, wish, _adoption.Adopt(found.ToEvent(_context.Now), wish, stream));
                break;
            case StreamImage.Ambiguous { Images: var images }:
                _errors.Add(TagErrors.AmbiguousImage(wish, source.Selector, images));
                break;
            default:
                _errors.Add(TagErrors.NoSuchImage(wish, source.Selector));
                break;
        }
    }

    private void Add(int row, TagReference wish, TagEvent tagEvent)
    {
        _draft.SetWish(row, StreamGenerations.Number(wish, Generation));
        _draft.Add(row, tagEvent);
    }
}
