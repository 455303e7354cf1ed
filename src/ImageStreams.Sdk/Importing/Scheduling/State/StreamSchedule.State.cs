
namespace ImageStreams.Importing;

/// <content>The state that outlives a process.</content>
internal sealed partial class StreamSchedule
{
    private int _savedTags;
    private int _savedRefusals;
    private bool _isTouched;

    /// <summary>Gets or sets a value indicating whether the <see cref="ScheduleStates"/> have the stream as changed.</summary>
    public bool IsNoted { get; set; }

    /// <summary>Gets a value indicating whether the state has changed since it was saved last.</summary>
    public bool HasStateChanged => _tags.Version != _savedTags || Needs.Refusals != _savedRefusals;

    /// <summary>Saves the state; null when there is nothing to keep.</summary>
    public StreamState? SaveState()
    {
        IsNoted = false;
        _savedTags = _tags.Version;
        _savedRefusals = Needs.Refusals;
        if (_tags.Count == 0 && Needs.Refusals == 0)
        {
            return null;
        }

        return new StreamState
        {
            Tags = [.. _tags.Values.Select(tag => new TagState(tag, GetSource(tag.Tag), _repositoryTags.Contains(tag.Tag)))],
            Refusals = Needs.Refusals,
            RefusedVersion = Needs.Refusals == 0 ? null : Stream.Metadata.ResourceVersion,
            NeededSince = Needs.Refusals == 0 ? null : Needs.Since,
        };
    }

    /// <summary>Restores a state after the stream was set, unless this process has imported into the stream already.</summary>
    public void RestoreState(StreamState state, DateTimeOffset now)
    {
        if (_isTouched)
        {
            return;
        }

        SetState(state, now);
        _scheduled.Refresh(Stream, now, CanImport);
        _scheduled.SpreadOverdue(now);
    }

    /// <summary>Sets the tags and refusals of a state that still hold for the stream.</summary>
    private void SetState(StreamState state, DateTimeOffset now)
    {
        _isTouched = true;
        foreach (var tag in state.Tags)
        {
            SetState(tag, now);
        }

        if (state.Refusals > 0 && state.RefusedVersion == Stream.Metadata.ResourceVersion)
        {
            Needs.Restore(state.Refusals, _scheduled.Spread(state.NeededSince, now));
        }
    }

    private void SetState(TagState state, DateTimeOffset now)
    {
        var tag = state.Schedule.Tag;
        if (state.IsOfRepository && Stream.Spec.Tags.Find(tag) is null)
        {
            AwaitRepositoryTag(tag);
        }

        if (CanImport(tag) && state.IsCurrent(GetSource(tag), Stream.Status.Tags.Find(tag), now))
        {
            _tags.Set(state.Schedule);
        }
        else
        {
            _repositoryTags.Remove(tag);
        }
    }

    /// <summary>Gets the pull spec of a tag, or the repository.</summary>
    private string? GetSource(string tag) => !IsRepository(tag) && Stream.Spec.Tags.Find(tag) is { } specTag
        ? specTag.From?.Name
        : Stream.Spec.DockerImageRepository;
}
