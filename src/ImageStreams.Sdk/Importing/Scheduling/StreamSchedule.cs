using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The schedule of one stream.</summary>
internal sealed partial class StreamSchedule
{
    /// <summary>The name that stands for the stream's <c>spec.dockerImageRepository</c> among the names of tags.</summary>
    public const string Repository = "";

    private readonly ImportPauses _pauses;
    private readonly TagSchedules _tags;
    private readonly ScheduledTags _scheduled;
    private readonly DueRequests _requests;
    private readonly RunningImport _running = new();
    private readonly HashSet<string> _repositoryTags = new(StringComparer.Ordinal);

    public StreamSchedule(ImageStreamName name, ImportIntervals intervals, ImportPauses pauses)
    {
        Name = name;
        _pauses = pauses;
        _tags = new TagSchedules(name, pauses);
        _scheduled = new ScheduledTags(name, intervals, _tags);
        _requests = new DueRequests(_tags);
    }

    public ImageStreamName Name { get; }

    public ImageStream Stream { get; private set; } = new();

    /// <summary>The need for an import regardless of the schedule.</summary>
    public StreamNeeds Needs { get; } = new();

    /// <summary>The import that is running; null when none is.</summary>
    public ImportJob? RunningJob => _running.Job;

    /// <summary>The position in the <see cref="ScheduleQueue"/>, which alone changes it.</summary>
    public ScheduleQueue.Position QueuePosition { get; set; }

    /// <summary>The tags by the repository that they are imported from, as the <see cref="RepositoryIndex"/> has them.</summary>
    public FollowedRepositories Repositories { get; set; } = FollowedRepositories.None;

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
            return Needs.Since is { } needed && !(next < needed) ? needed : next;
        }
    }

    /// <summary>Sets the stream as it is now. Tags keep their times, regardless of other changes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="now">The current time.</param>
    /// <param name="state">The state of an earlier process, which counts for a new stream; null for none.</param>
    /// <returns>False when this version is already known.</returns>
    public bool Set(ImageStream stream, DateTimeOffset now, StreamState? state)
    {
        if (Stream.Metadata.ResourceVersion is { } version && version == stream.Metadata.ResourceVersion)
        {
            return false;
        }

        var scheduled = _scheduled.Read(stream);   // may throw: nothing has changed then
        var isNew = Stream.Metadata.ResourceVersion is null;
        Stream = stream;
        Needs.Update(stream, now);
        if (isNew && state is not null)
        {
            SetState(state, now);
        }

        _scheduled.Set(stream, scheduled, now, CanImport);
        if (isNew)
        {
            _scheduled.AddFailed(stream, now);
        }

        if (isNew && state is not null)
        {
            _scheduled.SpreadOverdue(now);
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
            Needs.Update(Stream, now);
        }
    }

    /// <summary>Starts the import of everything that is due.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="due">The time at which the stream became due.</param>
    /// <returns>The job, or null when nothing is left to import.</returns>
    public ImportJob? TryStart(DateTimeOffset now, DateTimeOffset due)
    {
        var needed = Needs.Since <= now ? _requests.CreateNeeded(Stream) : null;
        if ((needed ?? _requests.CreateScheduled(Stream, _repositoryTags.Where(CanImport), now)) is not { } request)
        {
            return null;
        }

        var job = new ImportJob { Stream = Name, Request = request, Due = due, Before = Stream };
        _running.Start(job, isForNeeds: needed is not null);
        _isTouched = true;
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
            Needs.Update(Stream, now);
        }
    }

    /// <summary>Keeps a tag of the repository that has no spec tag yet.</summary>
    public void AwaitRepositoryTag(string tag) => _repositoryTags.Add(tag);

    /// <summary>Removes everything that is due, because nothing can be imported.</summary>
    public void RemoveDue(DateTimeOffset now)
    {
        Needs.Clear();
        foreach (var tag in _tags.GetDue(now))
        {
            Remove(tag.Tag);
        }
    }

    /// <summary>Postpones the tags of a job.</summary>
    public void Postpone(ImportJob job, DateTimeOffset now, DateTimeOffset next, KubernetesStatus refusal)
    {
        if (_running.IsForNeeds)
        {
            Needs.Postpone(next);
        }

        var requested = job.Tags.ToHashSet(StringComparer.Ordinal);
        var isRepositoryRequested = job.Request.Spec.Repository is not null;
        foreach (var tag in _tags.GetDue(now))
        {
            if (requested.Contains(tag.Tag) || (IsRepository(tag.Tag) && isRepositoryRequested))
            {
                _tags.Set(tag with { NextCheck = next, Reason = refusal.Reason, Message = refusal.Message });
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
