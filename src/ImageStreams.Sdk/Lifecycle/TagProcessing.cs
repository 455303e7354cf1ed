using ImageStreams.Collections;
using ImageStreams.Resolution;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>Processes the new and changed spec tags of a stream.</summary>
/// <remarks>
/// OpenShift processes tags in random order; here a tag comes after the tag of the stream that it follows, and a tag that is
/// pinned to an image of the stream itself after all others, so that the image may arrive in the same change. Used once.
/// </remarks>
internal sealed class TagProcessing
{
    private readonly StreamDraft _draft;
    private readonly ImageStream? _old;
    private readonly StreamContext _context;
    private readonly int[] _followed;
    private readonly TagFollowOrder _order;
    private readonly SpecTagApplier _applier;
    private AccessReviews? _reviews;

    /// <summary>Creates the processing of a stream in normal form; without an old stream, every spec tag is new.</summary>
    public TagProcessing(ImageStream stream, ImageStream? old, StreamContext context)
    {
        _draft = StreamDraft.Create(stream, old);
        _old = old;
        _context = context;
        _followed = _draft.GetFollowedRows();
        _order = TagFollowOrder.Create(_followed, row => _draft.FindLatestEvent(row) is not null);
        _applier = new SpecTagApplier(_draft, _followed, context);
    }

    /// <summary>Reviews access, applies the spec tags and validates the result.</summary>
    /// <param name="moveFollowers">The function that moves the followers.</param>
    /// <param name="validate">The function that validates the stream after that.</param>
    public StreamChangeResult Run(
        Action<TagProcessing> moveFollowers, Func<ImageStream, ValueList<FieldError>> validate)
    {
        _reviews = new AccessReviews(_context);
        Apply();
        moveFollowers(this);
        var stream = _draft.ToStream();
        var errors = validate(stream);
        return Conclude(stream, _applier.Errors.Count == 0 ? errors : [TagErrors.Combine(_applier.Errors), .. errors]) with
        {
            AccessReviews = _reviews.ReviewedStreams,
        };
    }

    /// <summary>Applies the spec tags and moves the followers, without access reviews and validation.</summary>
    /// <param name="before">The stream with the old histories; null when all tags count as moved.</param>
    public StreamChangeResult RunWithoutValidation(ImageStream? before)
    {
        Apply();
        MoveFollowers(before);
        return Conclude(_draft.ToStream(), _applier.Errors.ToValueList());
    }

    /// <summary>Moves the followers of the tags whose latest event has changed.</summary>
    /// <param name="before">The stream with the old histories; null when all tags count as moved.</param>
    public void MoveFollowers(ImageStream? before) => TrackingTags.MoveAllFollowers(_draft, _order, _followed, before);

    private static StreamChangeResult Conclude(ImageStream stream, ValueList<FieldError> errors) => errors.IsEmpty
        ? new StreamChangeResult.Accepted { Stream = StatusRepositories.Clean(stream) }
        : new StreamChangeResult.Rejected { Errors = errors };

    private void Apply()
    {
        var deferred = new HashSet<int>();
        foreach (var row in _order.Tags)
        {
            if (IsPinned(row) || deferred.Contains(_followed[row]))
            {
                deferred.Add(row);
            }
            else
            {
                Apply(row);
            }
        }

        ApplyDeferred(deferred);
    }

    private void ApplyDeferred(HashSet<int> deferred)
    {
        if (deferred.Count == 0)
        {
            return;
        }

        foreach (var row in _order.Tags)
        {
            if (deferred.Contains(row))
            {
                Apply(row);
            }
        }
    }

    private void Apply(int row)
    {
        if (_draft.FindSpecTag(row) is not { From: not null } specTag || !IsNewOrChanged(specTag))
        {
            return;
        }

        if (_reviews is not null && AccessReviews.IsNeeded(_draft.Stream, specTag)
            && _reviews.Review(_draft.Stream, specTag) is { } error)
        {
            _applier.Errors.Add(error);
        }

        _applier.Apply(row, specTag);
    }

    private bool IsPinned(int row) =>
        _draft.FindSpecTag(row)?.From is { Kind: ReferenceKinds.ImageStreamImage } from
        && TagSource.TryRead(_draft.Stream, from, out var source)
        && source.IsOwnStream;

    private bool IsNewOrChanged(TagReference specTag) => _old is null
        || TagChanges.IsNewOrChanged(_old.Spec.Tags.Find(specTag.Name), specTag, _draft.Stream.Metadata.Namespace);
}
