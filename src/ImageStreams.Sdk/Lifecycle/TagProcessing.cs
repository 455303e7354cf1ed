using ImageStreams.Collections;
using ImageStreams.Resolution;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>What new and changed wishes make of the histories of a stream.</summary>
/// <remarks>
/// OpenShift goes through the tags in random order; here a tag comes after the tag of the stream that it follows, and
/// one that is pinned to an image of the stream itself after all others, so that what it names may come with the same
/// change. Used once.
/// </remarks>
internal sealed partial class TagProcessing
{
    private readonly StreamDraft _draft;
    private readonly ImageStream? _old;
    private readonly StreamContext _context;
    private readonly SourceStreams _sources;
    private readonly List<FieldError> _errors = [];
    private readonly int[] _followed;
    private readonly FollowOrder _order;
    private readonly TagAdoption _adoption;
    private AccessReviews? _reviews;

    /// <summary>Prepares the work on a stream in normal form; no old one means that every wish is new.</summary>
    public TagProcessing(ImageStream stream, ImageStream? old, StreamContext context)
    {
        (_draft, _old, _context) = (new StreamDraft(stream), old, context);
        _sources = new SourceStreams(context);
        _adoption = new TagAdoption(stream, context.InternalRegistryHost);
        _followed = _draft.GetFollowed();
        _order = FollowOrder.Of(_followed, row => _draft.NewestOf(row) is not null);
    }

    /// <summary>Asks for leave, takes over and validates.</summary>
    /// <param name="settle">Moves the tags along that follow others.</param>
    /// <param name="validate">Says what is wrong with the stream after that.</param>
    public StreamChange Run(Action<TagProcessing> settle, Func<ImageStream, ValueList<FieldError>> validate)
    {
        _reviews = new AccessReviews(_context);
        TakeOver();
        settle(this);
        var stream = _draft.ToStream();
        var errors = validate(stream);
        return Conclude(stream, _errors.Count == 0 ? errors : [TagErrors.Together(_errors), .. errors]) with
        {
            AccessReviews = _reviews.Asked,
        };
    }

    /// <summary>Takes over, and moves the tags along that follow others.</summary>
    /// <param name="before">The stream with the histories as they were; null when all count as moved.</param>
    public StreamChange RunAlone(ImageStream? before)
    {
        TakeOver();
        Settle(before);
        return Conclude(_draft.ToStream(), _errors.ToValueList());
    }

    /// <summary>Moves the tags along that follow tags whose newest event is another than before.</summary>
    /// <param name="before">The stream with the histories as they were; null when all count as moved.</param>
    public void Settle(ImageStream? before) => TrackingTags.SettleChanged(_draft, _order, _followed, before);

    private StreamChange Conclude(ImageStream stream, ValueList<FieldError> errors) => errors.IsEmpty
        ? new StreamChange.Accepted
        {
            Stream = StreamRepositories.Clean(stream),
            Cycles = TrackingTags.NameRings(_draft, _order),
        }
        : new StreamChange.Rejected { Errors = errors };

    private void TakeOver()
    {
        var late = new HashSet<int>();
        foreach (var row in _order.Tags)
        {
            if (IsPinned(row) || late.Contains(_followed[row]))
            {
                late.Add(row);
            }
            else
            {
                TakeOver(row);
            }
        }

        TakeOverLate(late);
    }

    private void TakeOverLate(HashSet<int> late)
    {
        for (var i = 0; late.Count > 0 && i < _order.Tags.Length; i++)
        {
            if (late.Contains(_order.Tags[i]))
            {
                TakeOver(_order.Tags[i]);
            }
        }
    }

    private void TakeOver(int row)
    {
        if (_draft.WishOf(row) is not { From: { } from } wish || !IsNewOrChanged(wish))
        {
            return;
        }

        if (_reviews is not null && AccessReviews.IsNeeded(_draft.Stream, wish)
            && _reviews.Review(_draft.Stream, wish) is { } error)
        {
            _errors.Add(error);
        }

        TakeOver(row, wish, from);
    }

    private void TakeOver(int row, TagReference wish, ObjectReference from)
    {
        if (from is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec })
        {
            PassOn(row, wish, pullSpec);
        }
        else if (!TagSource.TryRead(_draft.Stream, from, out var source))
        {
            _errors.Add(TagErrors.Malformed(wish));
        }
        else if (!source.IsIn(_draft.Stream))
        {
            TakeFromOther(row, wish, source);
        }
        else if (from.Kind == ReferenceKinds.ImageStreamTag)
        {
            TakeFromHere(row, wish, source.Selector.Length > 0 ? _followed[row] : _draft.IndexOf(PullSpecs.OrLatest("")));
        }
        else
        {
            Pin(row, wish, source, _draft.Stream, _draft.ToStream);
        }
    }

    private long Generation => _draft.Stream.Metadata.Generation;

    private bool IsPinned(int row) =>
        _draft.WishOf(row)?.From is { Kind: ReferenceKinds.ImageStreamImage } from
        && TagSource.TryRead(_draft.Stream, from, out var source)
        && source.IsIn(_draft.Stream);

    private bool IsNewOrChanged(TagReference wish) => _old is null
        || TagChanges.IsNewOrChanged(_old.Spec.Tags.Find(wish.Name), wish, _draft.Stream.Metadata.Namespace);
}
