using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The times at which repositories are listed whose tags are followed by policies.</summary>
/// <remarks>A repository is due when a rule is new or has changed, and then at each interval. Performs no I/O. Thread-safe.</remarks>
internal sealed class TagPolicySchedule(TagPolicyOptions options)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<RegistryRepository, WatchedRepository> _repositories = [];
    private readonly Dictionary<ImageStreamName, List<PolicyTag>> _streams = [];

    /// <summary>The next time at which a repository is due; null when none is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _repositories.Values.Where(static one => !one.IsRunning).Min(static one => (DateTimeOffset?)one.Due);
            }
        }
    }

    /// <summary>Sets the tags of a stream as they are now.</summary>
    public void Set(ImageStreamName stream, IReadOnlyList<PolicyTag> tags, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var tag in tags)
            {
                Set(tag, now);
            }

            foreach (var old in _streams.GetValueOrDefault(stream) ?? [])
            {
                if (!tags.Any(tag => tag.Name == old.Name && tag.Repository == old.Repository))
                {
                    Remove(old);
                }
            }

            _streams.Remove(stream);
            if (tags.Count > 0)
            {
                _streams.Add(stream, [.. tags]);
            }
        }
    }

    /// <summary>Takes the repository that has been due for longest; null when none is due.</summary>
    public WatchedRepository? Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            var due = _repositories.Values.Where(one => !one.IsRunning && one.Due <= now)
                .OrderBy(static one => one.Due).ThenBy(static one => one.Repository.ToString(), StringComparer.Ordinal).FirstOrDefault();
            if (due is not null)
            {
                (due.IsRunning, due.HasChanged) = (true, false);
            }

            return due;
        }
    }

    /// <summary>Gets the tags that follow a repository.</summary>
    public IReadOnlyList<PolicyTag> GetTags(WatchedRepository repository)
    {
        lock (_gate)
        {
            return repository.Tags;
        }
    }

    /// <summary>Ends a listing.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="now">The time.</param>
    /// <param name="nextLook">The time at which a gate opens; null for none.</param>
    /// <param name="failed">True when something must be tried again.</param>
    /// <param name="retryAfter">The wait that the registry asks for.</param>
    public void Complete(WatchedRepository repository, DateTimeOffset now, DateTimeOffset? nextLook, bool failed, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            repository.Failures = failed ? repository.Failures + 1 : 0;
            var next = now + (failed ? GetRetryDelay(repository.Failures, retryAfter) : options.Interval);
            repository.Due = nextLook < next && !failed ? nextLook.Value : next;
            repository.Due = repository.HasChanged && !failed ? now : repository.Due;
            repository.IsRunning = false;
            if (repository.IsEmpty)
            {
                _repositories.Remove(repository.Repository);
            }
        }
    }

    private TimeSpan GetRetryDelay(int failures, TimeSpan? retryAfter)
    {
        var longest = options.Interval > Hour ? options.Interval : Hour;
        var delay = Backoff.GetDelay(options.RetryDelay, longest, failures);
        return retryAfter > delay && retryAfter <= TimeSpan.FromDays(1) ? retryAfter.Value : delay;
    }

    private void Set(PolicyTag tag, DateTimeOffset now)
    {
        if (!_repositories.TryGetValue(tag.Repository, out var watched))
        {
            watched = new WatchedRepository(tag.Repository, now);
            _repositories.Add(tag.Repository, watched);
        }

        if (watched.Find(tag.Name) is not { } known || !known.HasSameRules(tag))
        {
            watched.Touch(now);
        }

        watched.Set(tag);
    }

    private void Remove(PolicyTag tag)
    {
        if (_repositories.TryGetValue(tag.Repository, out var watched))
        {
            watched.Remove(tag.Name);
            _ = watched is { IsEmpty: true, IsRunning: false } && _repositories.Remove(tag.Repository);
        }
    }
}
