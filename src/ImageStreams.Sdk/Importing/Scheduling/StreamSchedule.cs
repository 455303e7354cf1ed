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
    private Dictionary<string, TimeSpan> _scheduled = [];

    public ImageStreamName Name { get; } = name;

    public ImageStream Stream { get; private set; } = new();

    /// <summary>Since when tags are due whatever their schedule; null when none are.</summary>
    public DateTimeOffset? NeededSince { get; set; }

    /// <summary>Whether an import of it is under way.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>Tells apart the places that it has had in the queue; only the newest counts.</summary>
    public long Ticket { get; set; }

    /// <summary>The repositories that it follows something in, as <see cref="RepositoryIndex"/> has them.</summary>
    public IReadOnlyCollection<(string Registry, string Repository)> Repositories { get; set; } = [];

    public IEnumerable<TagSchedule> Tags => _tags.Values.Select(tag => tag with { IsPaused = IsPaused(tag.Tag) });

    /// <summary>When it is to be imported next; null when that is never.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            if (IsInFlight || pauses.Covers(Name))
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

        Stream = stream;
        Need(now);
        Reschedule(stream, now);
        return true;
    }

    /// <summary>Looks whether something is to be imported whatever its schedule.</summary>
    public void Need(DateTimeOffset now) =>
        NeededSince = ImportNeeds.Of(Stream) == ImportNeed.None ? null : NeededSince ?? now;

    /// <summary>Forgets what is due at a time, as nothing can be asked for.</summary>
    public void DropDue(DateTimeOffset now)
    {
        NeededSince = null;
        foreach (var tag in DueAt(now))
        {
            _tags.Remove(tag.Tag);
        }
    }

    /// <summary>Postpones what is due at a time.</summary>
    public void Postpone(DateTimeOffset now, DateTimeOffset next, string? reason)
    {
        NeededSince = NeededSince is null ? null : next;
        foreach (var tag in DueAt(now))
        {
            _tags[tag.Tag] = tag with { NextCheck = next, Reason = reason };
        }
    }

    /// <summary>Makes a tag that comes from a registry, or the repository, due at a time, if it is not due before.</summary>
    /// <returns>False when there is nothing to import.</returns>
    public bool Hasten(string tag, DateTimeOffset now)
    {
        if (!CanImport(tag))
        {
            return false;
        }

        var known = Find(tag) ?? new TagSchedule { Tag = tag, NextCheck = now };
        _tags[tag] = known.NextCheck < now ? known : known with { NextCheck = now };
        return true;
    }

    /// <summary>The interval of a tag that is imported again and again; null of any other.</summary>
    public TimeSpan? IntervalOf(string tag) => _scheduled.TryGetValue(tag, out var interval) ? interval : null;

    public TagSchedule? Find(string tag) => _tags.GetValueOrDefault(tag);

    public void Put(TagSchedule tag) => _tags[tag.Tag] = tag;

    public void Drop(string tag) => _tags.Remove(tag);

    /// <summary>The request for what is due at a time, or null when that has become nothing.</summary>
    public ImageStreamImport? CreateRequest(DateTimeOffset now)
    {
        var needed = NeededSince is null ? null : ImportNeeds.CreateRequest(Stream);
        if (needed is not null && WithoutPaused(needed) is { } request)
        {
            return request;
        }

        return IsDue(Repository, now) && ImportNeeds.HasRepository(Stream)
            ? ImportNeeds.CreateRepositoryRequest(Stream)
            : ImportNeeds.CreateRequest(Stream, wish => IsDue(wish.Name, now));
    }

    private bool IsPaused(string tag) => pauses.Covers(Name, tag);

    private bool IsDue(string tag, DateTimeOffset now) => Find(tag)?.NextCheck <= now && !IsPaused(tag);

    private List<TagSchedule> DueAt(DateTimeOffset now) => [.. _tags.Values.Where(tag => IsDue(tag.Tag, now))];

    private ImageStreamImport? WithoutPaused(ImageStreamImport request)
    {
        var images = request.Spec.Images.Where(image => !IsPaused(image.To?.Name ?? "")).ToValueList();
        return images.Count == request.Spec.Images.Count ? request
            : images.IsEmpty && request.Spec.Repository is null ? null
            : request with { Spec = request.Spec with { Images = images } };
    }

    /// <summary>Scheduled tags join at a first time, and those that can be imported no more leave.</summary>
    private void Reschedule(ImageStream stream, DateTimeOffset now)
    {
        _scheduled = ImportNeeds.FindScheduled(stream).ToDictionary(
            tag => tag, tag => intervals.Of(stream, stream.Spec.Tags.Find(tag)!), StringComparer.Ordinal);
        foreach (var (tag, interval) in _scheduled)
        {
            _tags[tag] = Find(tag) is { } known
                ? known with { Interval = interval }
                : new TagSchedule { Tag = tag, NextCheck = intervals.After(now, interval, Name, tag), Interval = interval };
        }

        if (_tags.Count > _scheduled.Count)
        {
            foreach (var tag in _tags.Values.Where(tag => !_scheduled.ContainsKey(tag.Tag)).ToList())
            {
                KeepOrDrop(tag);
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
        : Stream.Spec.Tags.Find(tag) is { } wish && ImportNeeds.IsImportable(wish);
}
