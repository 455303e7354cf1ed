using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>What a schedule knows of one stream.</summary>
internal sealed class StreamSchedule(ImageStreamName name)
{
    private readonly Dictionary<string, TagSchedule> _tags = new(StringComparer.Ordinal);
    private HashSet<string> _scheduled = [];

    public ImageStreamName Name { get; } = name;

    public ImageStream Stream { get; private set; } = new();

    /// <summary>Since when tags are due whatever their schedule; null when none are.</summary>
    public DateTimeOffset? NeededSince { get; set; }

    /// <summary>Whether an import of it is under way.</summary>
    public bool IsInFlight { get; set; }

    /// <summary>Tells apart the places that it has had in the queue; only the newest counts.</summary>
    public long Ticket { get; set; }

    public IReadOnlyCollection<TagSchedule> Tags => _tags.Values;

    /// <summary>When it is to be imported next; null when that is never.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            var next = NeededSince;
            foreach (var tag in _tags.Values)
            {
                next = next <= tag.NextCheck ? next : tag.NextCheck;
            }

            return IsInFlight ? null : next;
        }
    }

    /// <summary>Takes the stream as it is now. Tags keep their times, whatever else was written.</summary>
    public void Set(ImageStream stream, DateTimeOffset now, TimeSpan interval)
    {
        var isNews = Stream.Metadata.ResourceVersion is not { } version || version != stream.Metadata.ResourceVersion;
        if (!isNews)
        {
            return;
        }

        Stream = stream;
        NeededSince = ImportNeeds.Of(stream) == ImportNeed.None ? null : NeededSince ?? now;
        Reschedule(stream, now + interval);
    }

    /// <summary>Forgets what is due at a time, as nothing can be asked for.</summary>
    public void DropDue(DateTimeOffset now)
    {
        NeededSince = null;
        foreach (var tag in _tags.Values.Where(tag => tag.NextCheck <= now).ToList())
        {
            _tags.Remove(tag.Tag);
        }
    }

    /// <summary>Whether a tag is to be imported again and again.</summary>
    public bool IsScheduled(string tag) => _scheduled.Contains(tag);

    public TagSchedule? Find(string tag) => _tags.GetValueOrDefault(tag);

    public void Put(TagSchedule tag) => _tags[tag.Tag] = tag;

    public void Drop(string tag) => _tags.Remove(tag);

    /// <summary>The request for what is due at a time, or null when that has become nothing.</summary>
    public ImageStreamImport? CreateRequest(DateTimeOffset now) =>
        (NeededSince is null ? null : ImportNeeds.CreateRequest(Stream))
        ?? ImportNeeds.CreateRequest(Stream, wish => Find(wish.Name)?.NextCheck <= now);

    /// <summary>Scheduled tags join at a first time, and those that can be imported no more leave.</summary>
    private void Reschedule(ImageStream stream, DateTimeOffset first)
    {
        _scheduled = new HashSet<string>(ImportNeeds.FindScheduled(stream), StringComparer.Ordinal);
        foreach (var tag in _scheduled)
        {
            _tags.TryAdd(tag, new TagSchedule { Tag = tag, NextCheck = first });
        }

        if (_tags.Count > _scheduled.Count)
        {
            foreach (var tag in _tags.Values.Where(tag => !IsScheduled(tag.Tag) && !IsRetried(stream, tag)).ToList())
            {
                _tags.Remove(tag.Tag);
            }
        }
    }

    /// <summary>Whether a tag without a schedule of its own is only there because it is tried again.</summary>
    private static bool IsRetried(ImageStream stream, TagSchedule tag) =>
        tag.Failures > 0 && stream.Spec.Tags.Find(tag.Tag) is { } wish && ImportNeeds.IsImportable(wish);
}
