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
    private readonly TopologicalOrder _order;
    private readonly TagEventCopier _copier;
    private AccessReviews? _reviews;

    /// <summary>Prepares the work on a stream in normal form; no old one means that every wish is new.</summary>
    public TagProcessing(ImageStream stream, ImageStream? old, StreamContext context)
    {
        (_draft, _old, _context) = (new StreamDraft(stream), old, context);
        _sources = new SourceStreams(context);
        _copier = new TagEventCopier(stream, context.InternalRegistryHostname);
        _followed = _draft.GetFollowedRows();
        _order = TopologicalOrder.Create(_followed, row => _draft.FindLatestEvent(row) is not null);
    }

    /// <summary>Asks for leave, takes over and validates.</summary>
    /// <param name="moveFollowers">Moves the tags along that follow others.</param>
    /// <param name="validate">Says what is wrong with the stream after that.</param>
    public StreamChangeResult Run(Action<TagProcessing> moveFollowers, Func<ImageStream, ValueList<FieldError>> validate)
    {
        _reviews = new AccessReviews(_context);
        Apply();
        moveFollowers(this);
        var stream = _draft.ToStream();
        var errors = validate(stream);
        return Conclude(stream, _errors.Count == 0 ? errors : [TagErrors.Combine(_errors), .. errors]) with
        {
            AccessReviews = _reviews.ReviewedStreams,
        };
    }

    /// <summary>Takes over, and moves the tags along that follow others.</summary>
    /// <param name="before">The stream with the histories as they were; null when all count as moved.</param>
    public StreamChangeResult RunWithoutValidation(ImageStream? before)
    {
        Apply();
        MoveFollowers(before);
        return Conclude(_draft.ToStream(), _errors.ToValueList());
    }

    /// <summary>Moves the tags along that follow tags whose newest event is another than before.</summary>
    /// <param name="before">The stream with the histories as they were; null when all count as moved.</param>
    public void MoveFollowers(ImageStream? before) => TrackingTags.MoveAllFollowers(_draft, _order, _followed, before);

    private StreamChangeResult Conclude(ImageStream stream, ValueList<FieldError> errors) => errors.IsEmpty
        ? new StreamChangeResult.Accepted
        {
            Stream = StatusRepositories.Clean(stream),
            Cycles = TrackingTags.NameCycles(_draft, _order),
        }
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
        for (var i = 0; deferred.Count > 0 && i < _order.Tags.Length; i++)
        {
            if (deferred.Contains(_order.Tags[i]))
            {
                Apply(_order.Tags[i]);
            }
        }
    }

    private void Apply(int row)
    {
        if (_draft.FindSpecTag(row) is not { From: { } from } specTag || !IsNewOrChanged(specTag))
        {
            return;
        }

        if (_reviews is not null && AccessReviews.IsNeeded(_draft.Stream, specTag)
            && _reviews.Review(_draft.Stream, specTag) is { } error)
        {
            _errors.Add(error);
        }

        Apply(row, specTag, from);
    }

    private void Apply(int row, TagReference specTag, ObjectReference from)
    {
        if (from is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } pullSpec })
        {
            RecordReference(row, specTag, pullSpec);
        }
        else if (!TagSource.TryRead(_draft.Stream, from, out var source))
        {
            _errors.Add(TagErrors.Malformed(specTag));
        }
        else if (!source.IsOwnStream(_draft.Stream))
        {
            CopyFromOtherStream(row, specTag, source);
        }
        else if (from.Kind == ReferenceKinds.ImageStreamTag)
        {
            CopyFromOwnStream(row, specTag, source.Selector.Length > 0 ? _followed[row] : _draft.FindRow(PullSpecs.OrLatest("")));
        }
        else
        {
            Pin(row, specTag, source, _draft.Stream, _draft.ToStream);
        }
    }

    private long Generation => _draft.Stream.Metadata.Generation;

    private bool IsPinned(int row) =>
        _draft.FindSpecTag(row)?.From is { Kind: ReferenceKinds.ImageStreamImage } from
        && TagSource.TryRead(_draft.Stream, from, out var source)
        && source.IsOwnStream(_draft.Stream);

    private bool IsNewOrChanged(TagReference specTag) => _old is null
        || TagChanges.IsNewOrChanged(_old.Spec.Tags.Find(specTag.Name), specTag, _draft.Stream.Metadata.Namespace);
}
