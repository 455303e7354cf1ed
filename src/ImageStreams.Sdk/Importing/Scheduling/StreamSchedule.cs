using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The schedule of one stream.</summary>
internal sealed class StreamSchedule
{
    /// <summary>The name that stands for the stream's <c>spec.dockerImageRepository</c> among the names of tags.</summary>
    public const string Repository = "";

    private readonly ImportIntervals _intervals;
    private readonly ImportPauses _pauses;
    private readonly TagSchedules _tags;
    private readonly ScheduledTags _scheduled;
    private readonly RunningImport _running = new();
    private readonly HashSet<string> _repositoryTags = new(StringComparer.Ordinal);
    private DateTimeOffset? _neededSince;
    private int _refusals;

    public StreamSchedule(ImageStreamName name, ImportIntervals intervals, ImportPauses pauses)
    {
        Name = name;
        _intervals = intervals;
        _pauses = pauses;
        _tags = new TagSchedules(name, pauses);
        _scheduled = new ScheduledTags(name, intervals, _tags);
    }

    public ImageStreamName Name { get; }

    public ImageStream Stream { get; private set; } = new();

    /// <summary>The import that is running; null when none is.</summary>
    public ImportJob? RunningJob => _running.Job;

    /// <summary>The position in the <see cref="ScheduleQueue"/>, which alone changes it.</summary>
    public ScheduleQueue.Position QueuePosition { get; set; }

    /// <summary>The repositories that the stream imports from, as the <see cref="RepositoryIndex"/> has them.</summary>
    public IReadOnlyCollection<(string Registry, string Repository)> Repositories { get; set; } = [];

    public IEnumerable<TagSchedule> Tags => _tags.All;

    /// <summary>The time of the next import; null when there is none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            if (RunningJob is not null || _pauses.Covers(Name))
            {
                return null;
            }

            var next = _tags.NextCheck;
            return _neededSince is { } needed && !(next < needed) ? needed : next;
        }
    }

    /// <summary>Sets the stream as it is now. Tags keep their times, regardless of other changes.</summary>
    /// <returns>False when this version is already known.</returns>
    public bool Set(ImageStream stream, DateTimeOffset now)
    {
        if (Stream.Metadata.ResourceVersion is { } version && version == stream.Metadata.ResourceVersion)
        {
            return false;
        }

        var scheduled = _scheduled.Read(stream);   // may throw: nothing has changed then
        var isNew = Stream.Metadata.ResourceVersion is null;
        Stream = stream;
        UpdateNeeds(now);
        _scheduled.Set(scheduled, now, CanImport);
        if (isNew)
        {
            AddFailed(now);
        }

        return true;
    }

    /// <summary>
    /// Checks again for tags that need an import regardless of their schedule, after the running import if any.
    /// </summary>
    public void RecheckNeeds(DateTimeOffset now)
    {
        if (!_running.TryDeferRecheck())
        {
            UpdateNeeds(now);
        }
    }

    /// <summary>Starts the import of everything that is due.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="due">The time at which the stream became due.</param>
    /// <returns>The job, or null when nothing is left to import.</returns>
    public ImportJob? TryStart(DateTimeOffset now, DateTimeOffset due)
    {
        var needed = _neededSince <= now ? CreateNeededRequest() : null;
        if ((needed ?? CreateDueRequest(now)) is not { } request)
        {
            return null;
        }

        var job = new ImportJob { Stream = Name, Request = request, Due = due };
        _running.Start(job, isForNeeds: needed is not null);
        return job;
    }

    /// <summary>Ends the running import, and handles the requests that waited for its end.</summary>
    public void CompleteImport(DateTimeOffset now)
    {
        var requested = _running.End(out var isRecheckRequested);
        foreach (var tag in requested)
        {
            ScheduleNow(tag, now);
        }

        if (isRecheckRequested)
        {
            UpdateNeeds(now);
        }
    }

    /// <summary>Resets the number of refused requests, and the needs when the job has met them.</summary>
    public void EndRefusals(bool areNeedsMet)
    {
        _refusals = 0;
        _neededSince = areNeedsMet ? null : _neededSince;
    }

    /// <summary>Counts a refused request, and returns the number of those in a row.</summary>
    public int CountRefusal() => ++_refusals;

    /// <summary>Keeps a tag of the repository that has no spec tag yet.</summary>
    public void AwaitRepositoryTag(string tag) => _repositoryTags.Add(tag);

    /// <summary>Removes everything that is due, because nothing can be imported.</summary>
    public void RemoveDue(DateTimeOffset now)
    {
        _neededSince = null;
        foreach (var tag in _tags.GetDue(now))
        {
            Remove(tag.Tag);
        }
    }

    /// <summary>Postpones the tags of a job.</summary>
    public void Postpone(ImportJob job, DateTimeOffset now, DateTimeOffset next, string? reason)
    {
        if (_running.IsForNeeds && _neededSince is not null)
        {
            _neededSince = next;
        }

        var requested = job.Tags.ToHashSet(StringComparer.Ordinal);
        var isRepositoryRequested = job.Request.Spec.Repository is not null;
        foreach (var tag in _tags.GetDue(now))
        {
            if (requested.Contains(tag.Tag) || (IsRepository(tag.Tag) && isRepositoryRequested))
            {
                _tags.Set(tag with { NextCheck = next, Reason = reason });
            }
        }
    }

    /// <summary>
    /// Makes a tag that is imported from a registry, or the repository, due at a time, unless it is due earlier.
    /// </summary>
    /// <returns>False when there is nothing to import.</returns>
    public bool ScheduleNow(string tag, DateTimeOffset now)
    {
        if (!CanImport(tag))
        {
            return false;
        }

        _running.Request(tag);
        _tags.SetDue(tag, now);
        return true;
    }

    /// <summary>Finds the interval of a scheduled tag; null for any other tag.</summary>
    public TimeSpan? FindInterval(string tag) => _scheduled.FindInterval(tag);

    public TagSchedule? Find(string tag) => _tags.Find(tag);

    public void Set(TagSchedule tag) => _tags.Set(tag);

    public void Remove(string tag)
    {
        _tags.Remove(tag);
        _repositoryTags.Remove(tag);
    }

    private void UpdateNeeds(DateTimeOffset now) =>
        _neededSince = ImportNeeds.GetNeed(Stream) == ImportNeed.None ? null : _neededSince ?? now;

    private ImageStreamImport? CreateNeededRequest()
    {
        if (ImportRequests.Create(Stream) is not { } request)
        {
            return null;
        }

        var images = request.Spec.Images.Where(image => !_tags.IsPaused(image.To?.Name ?? "")).ToValueList();
        if (images.Count == request.Spec.Images.Count)
        {
            return request;
        }

        return images.IsEmpty && request.Spec.Repository is null
            ? null
            : request with { Spec = request.Spec with { Images = images } };
    }

    private ImageStreamImport? CreateDueRequest(DateTimeOffset now)
    {
        if (_tags.IsDue(Repository, now) && ImportNeeds.HasRepository(Stream))
        {
            return ImportRequests.CreateForRepository(Stream);
        }

        var repositoryTags = _repositoryTags.Where(tag => _tags.IsDue(tag, now) && CanImport(tag));
        return ImportRequests.Create(Stream, specTag => _tags.IsDue(specTag.Name, now), repositoryTags);
    }

    /// <summary>
    /// Adds tags whose import failed transiently before the stream was known, and that nothing else would retry.
    /// </summary>
    private void AddFailed(DateTimeOffset now)
    {
        foreach (var history in Stream.Status.Tags)
        {
            if (_tags.Find(history.Tag) is null
                && history.Conditions is [{ Reason: StatusReasons.InternalError or StatusReasons.TooManyRequests } failed, ..]
                && failed.Type == TagEventCondition.ImportSuccess
                && Stream.Spec.Tags.Find(history.Tag) is { } specTag && ImportNeeds.IsImportable(specTag))
            {
                _tags.Set(new TagSchedule
                {
                    Tag = history.Tag,
                    NextCheck = _intervals.GetRetryTime(now, failures: 1, interval: null, TimeSpan.Zero),
                    Reason = failed.Reason,
                    Failures = 1,
                });
            }
        }
    }

    private static bool IsRepository(string tag) => tag.Length == 0;

    private bool CanImport(string tag)
    {
        if (IsRepository(tag))
        {
            return ImportNeeds.HasRepository(Stream);
        }

        return Stream.Spec.Tags.Find(tag) is { } specTag
            ? ImportNeeds.IsImportable(specTag)
            : _repositoryTags.Contains(tag) && ImportNeeds.HasRepository(Stream);
    }
}
