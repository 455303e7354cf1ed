using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>What a schedule knows of one stream.</summary>
internal sealed class StreamSchedule(ImageStreamName name, ImportIntervals intervals, ImportPauses pauses)
{
    /// <summary>What stands for the stream's repository among the names of tags.</summary>
    public const string Repository = "";

    private readonly Dictionary<string, TagSchedule> _tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repositoryTags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _requestedInFlight = new(StringComparer.Ordinal);
    private Dictionary<string, TimeSpan> _scheduled = [];
    private bool _isRequestForNeeds;
    private bool _needsRecheck;

    public ImageStreamName Name { get; } = name;

    public ImageStream Stream { get; private set; } = new();

    /// <summary>Since when tags are due whatever their schedule; null when none are.</summary>
    public DateTimeOffset? NeededSince { get; set; }

    /// <summary>The import of it that is under way; null when none is.</summary>
    public ImportJob? InFlight { get; set; }

    /// <summary>How many imports in a row were refused as a whole.</summary>
    public int Refusals { get; set; }

    /// <summary>When it is due by its place in the queue; null when it has none.</summary>
    public DateTimeOffset? QueuedFor { get; set; }

    /// <summary>Tells apart the places that it has had in the queue; only the newest counts.</summary>
    public long QueueTicket { get; set; }

    /// <summary>The repositories that it follows something in, as <see cref="RepositoryIndex"/> has them.</summary>
    public IReadOnlyCollection<(string Registry, string Repository)> Repositories { get; set; } = [];

    public IEnumerable<TagSchedule> Tags => _tags.Values.Select(tag => tag with { IsPaused = IsPaused(tag.Tag) });

    /// <summary>When it is to be imported next; null when that is never.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            if (InFlight is not null || pauses.Covers(Name))
            {
                return null;
            }

            var next = NeededSince;
            foreach (var tag in _tags.Values)
            {
                next = next <= tag.NextCheck || IsPaused(tag.Tag) ? next : tag.NextCheck;
            }

            return next;
        }
    }

    /// <summary>Takes the stream as it is now. Tags keep their times, whatever else was written.</summary>
    /// <returns>False when it is known as it is.</returns>
    public bool Set(ImageStream stream, DateTimeOffset now)
    {
        if (Stream.Metadata.ResourceVersion is { } version && version == stream.Metadata.ResourceVersion)
        {
            return false;
        }

        var scheduled = FindScheduled(stream);   // asks a function that may throw: nothing has changed then
        var isNew = Stream.Metadata.ResourceVersion is null;
        (Stream, _scheduled) = (stream, scheduled);
        UpdateNeeds(now);
        Reschedule(now);
        if (isNew)
        {
            AddFailed(now);
        }

        return true;
    }

    /// <summary>Looks whether something is to be imported whatever its schedule.</summary>
    public void UpdateNeeds(DateTimeOffset now) =>
        NeededSince = ImportNeeds.GetNeed(Stream) == ImportNeed.None ? null : NeededSince ?? now;

    /// <summary>The same, after the import that is under way where there is one.</summary>
    public void RecheckNeeds(DateTimeOffset now)
    {
        _needsRecheck = InFlight is not null;
        if (!_needsRecheck)
        {
            UpdateNeeds(now);
        }
    }

    /// <summary>Ends the import that was under way, and does what it has kept from being done.</summary>
    public void CompleteImport(DateTimeOffset now)
    {
        InFlight = null;
        foreach (var tag in _requestedInFlight)
        {
            ScheduleNow(tag, now);
        }

        _requestedInFlight.Clear();
        if (_needsRecheck)
        {
            RecheckNeeds(now);
        }
    }

    /// <summary>Takes in that a tag of the repository, which has no wish yet, is to be had later.</summary>
    public void AwaitRepositoryTag(string tag) => _repositoryTags.Add(tag);

    /// <summary>Forgets what is due at a time, as nothing can be asked for.</summary>
    public void DropDue(DateTimeOffset now)
    {
        NeededSince = null;
        foreach (var tag in GetDue(now))
        {
            Drop(tag.Tag);
        }
    }

    /// <summary>Postpones what a job was about.</summary>
    public void Postpone(ImportJob job, DateTimeOffset now, DateTimeOffset next, string? reason)
    {
        NeededSince = _isRequestForNeeds && NeededSince is not null ? next : NeededSince;
        var requested = job.Tags.ToHashSet(StringComparer.Ordinal);
        foreach (var tag in GetDue(now))
        {
            if (requested.Contains(tag.Tag) || (tag.Tag.Length == 0 && job.Request.Spec.Repository is not null))
            {
                _tags[tag.Tag] = tag with { NextCheck = next, Reason = reason };
            }
        }
    }

    /// <summary>Makes a tag that comes from a registry, or the repository, due at a time, if it is not due before.</summary>
    /// <returns>False when there is nothing to import.</returns>
    public bool ScheduleNow(string tag, DateTimeOffset now)
    {
        if (!CanImport(tag))
        {
            return false;
        }

        if (InFlight is not null)
        {
            _requestedInFlight.Add(tag);   // what is under way may have looked already
        }

        var known = Find(tag) ?? new TagSchedule { Tag = tag, NextCheck = now };
        _tags[tag] = known.NextCheck < now ? known : known with { NextCheck = now };
        return true;
    }

    /// <summary>The interval of a tag that is imported again and again; null of any other.</summary>
    public TimeSpan? FindInterval(string tag) => _scheduled.TryGetValue(tag, out var interval) ? interval : null;

    public TagSchedule? Find(string tag) => _tags.GetValueOrDefault(tag);

    public void Put(TagSchedule tag) => _tags[tag.Tag] = tag;

    public void Drop(string tag)
    {
        _tags.Remove(tag);
        _repositoryTags.Remove(tag);
    }

    /// <summary>The request for what is due at a time, or null when that has become nothing.</summary>
    public ImageStreamImport? CreateRequest(DateTimeOffset now)
    {
        var needed = NeededSince <= now ? ImportNeeds.CreateRequest(Stream) : null;
        var request = needed is null ? null : WithoutPaused(needed);
        _isRequestForNeeds = request is not null;
        if (request is not null)
        {
            return request;
        }

        return IsDue(Repository, now) && ImportNeeds.HasRepository(Stream)
            ? ImportNeeds.CreateRepositoryRequest(Stream)
            : ImportNeeds.CreateRequest(
                Stream, specTag => IsDue(specTag.Name, now), _repositoryTags.Where(tag => IsDue(tag, now) && CanImport(tag)));
    }

    private bool IsPaused(string tag) => pauses.Covers(Name, tag);

    private bool IsDue(string tag, DateTimeOffset now) => Find(tag)?.NextCheck <= now && !IsPaused(tag);

    private List<TagSchedule> GetDue(DateTimeOffset now) => [.. _tags.Values.Where(tag => IsDue(tag.Tag, now))];

    private ImageStreamImport? WithoutPaused(ImageStreamImport request)
    {
        var images = request.Spec.Images.Where(image => !IsPaused(image.To?.Name ?? "")).ToValueList();
        return images.Count == request.Spec.Images.Count ? request
            : images.IsEmpty && request.Spec.Repository is null ? null
            : request with { Spec = request.Spec with { Images = images } };
    }

    private Dictionary<string, TimeSpan> FindScheduled(ImageStream stream) => ImportNeeds.GetScheduledTags(stream).ToDictionary(
        tag => tag, tag => intervals.GetInterval(stream, stream.Spec.Tags.Find(tag)!), StringComparer.Ordinal);

    /// <summary>Scheduled tags join at a first time, and those that can be imported no more leave.</summary>
    private void Reschedule(DateTimeOffset now)
    {
        foreach (var (tag, interval) in _scheduled)
        {
            _tags[tag] = Find(tag) is { } known
                ? WithInterval(known, interval, now)
                : new TagSchedule { Tag = tag, NextCheck = intervals.GetNextCheck(now, interval, Name, tag), Interval = interval };
        }

        if (_tags.Count > _scheduled.Count)
        {
            foreach (var tag in _tags.Values.Where(tag => !_scheduled.ContainsKey(tag.Tag)).ToList())
            {
                KeepOrDrop(tag);
            }
        }
    }

    /// <summary>A shorter interval holds from now on, unless the tag waits because it has failed.</summary>
    private TagSchedule WithInterval(TagSchedule known, TimeSpan interval, DateTimeOffset now)
    {
        var next = intervals.GetNextCheck(known.LastChecked ?? now, interval, Name, known.Tag);
        var isSooner = interval < known.Interval && known.Failures == 0 && next < known.NextCheck;
        return known with { Interval = interval, NextCheck = isSooner ? next : known.NextCheck };
    }

    /// <summary>Tags that failed for now before the stream was known here, and that nothing else would try again.</summary>
    private void AddFailed(DateTimeOffset now)
    {
        foreach (var history in Stream.Status.Tags)
        {
            if (history.Conditions is [{ Reason: StatusReasons.InternalError or StatusReasons.TooManyRequests } failed, ..]
                && failed.Type == TagEventCondition.ImportSuccess
                && Stream.Spec.Tags.Find(history.Tag) is { } specTag && ImportNeeds.IsImportable(specTag))
            {
                _tags.TryAdd(history.Tag, new TagSchedule
                {
                    Tag = history.Tag,
                    NextCheck = intervals.GetRetryTime(now, failures: 1, interval: null, TimeSpan.Zero),
                    Reason = failed.Reason,
                    Failures = 1,
                });
            }
        }
    }

    /// <summary>A tag without a schedule of its own stays only while it waits to be imported once more.</summary>
    private void KeepOrDrop(TagSchedule tag)
    {
        if ((tag.Interval is null || tag.Failures > 0) && CanImport(tag.Tag))
        {
            _tags[tag.Tag] = tag with { Interval = null };
        }
        else
        {
            _tags.Remove(tag.Tag);
        }
    }

    private bool CanImport(string tag) => tag.Length == 0
        ? ImportNeeds.HasRepository(Stream)
        : Stream.Spec.Tags.Find(tag) is { } specTag
            ? ImportNeeds.IsImportable(specTag)
            : _repositoryTags.Contains(tag) && ImportNeeds.HasRepository(Stream);
}
