using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The time from one import of a tag to the next.</summary>
internal sealed class ImportIntervals
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Dictionary<string, TimeSpan> _registries = new(StringComparer.Ordinal);
    private readonly Func<ImageStream, TagReference, TimeSpan?>? _tags;
    private readonly double _jitter;
    private readonly TimeSpan _startSpread;

    public ImportIntervals(ImportScheduleOptions options)
    {
        OptionsErrors.ThrowIfAny(options);

        Default = Min(options.Interval, Longest);
        RetryDelay = Min(options.RetryDelay, Longest);
        _startSpread = options.StartSpread;
        _jitter = options.Jitter;
        _tags = options.TagInterval;
        foreach (var entry in options.RegistryIntervals)
        {
            _registries[DockerHub.Canonicalize(entry.Registry)] = Min(entry.Interval, Longest);
        }
    }

    /// <summary>The interval of a tag without one of its own.</summary>
    public TimeSpan Default { get; }

    /// <summary>The wait after the first failure.</summary>
    public TimeSpan RetryDelay { get; }

    /// <summary>Gets the interval of a tag.</summary>
    public TimeSpan GetInterval(ImageStream stream, TagReference specTag)
    {
        var interval = _tags?.Invoke(stream, specTag) ?? GetRegistryInterval(specTag);
        return interval <= TimeSpan.Zero ? Shortest : Min(interval, Longest);
    }

    /// <summary>Gets the time at which a tag is due again, up to the jitter early.</summary>
    public DateTimeOffset GetNextCheck(DateTimeOffset time, TimeSpan interval, ImageStreamName stream, string tag)
    {
        var early = _jitter == 0 ? 0 : _jitter * ComputeFraction(stream, tag, time.UtcTicks);
        return time + interval - (interval * early);
    }

    /// <summary>Gets the time at which a tag is due for the first time in this schedule.</summary>
    /// <param name="last">The time of the last event or condition of the tag.</param>
    /// <param name="now">The current time.</param>
    /// <param name="interval">The interval of the tag.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The name of the tag.</param>
    public DateTimeOffset GetFirstCheck(
        DateTimeOffset last, DateTimeOffset now, TimeSpan interval, ImageStreamName stream, string tag)
    {
        var next = GetNextCheck(last < now ? last : now, interval, stream, tag);
        return next > now ? next : SpreadStart(now, interval, stream, tag);
    }

    /// <summary>Gets the time at which a tag that is not scheduled, and failed before this schedule, is retried.</summary>
    /// <param name="failed">The time of the failure.</param>
    /// <param name="now">The current time.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The name of the tag.</param>
    public DateTimeOffset GetFirstRetry(DateTimeOffset failed, DateTimeOffset now, ImageStreamName stream, string tag)
    {
        var next = GetRetryTime(failed < now ? failed : now, failures: 1, interval: null, TimeSpan.Zero);
        return next > now ? next : SpreadStart(now, Day, stream, tag);
    }

    /// <summary>Gets the time at which an import that failed transiently is retried.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="failures">The number of failures in a row.</param>
    /// <param name="interval">The interval of the tag; null for a tag that is imported once, which waits at most a day.</param>
    /// <param name="retryAfter">The wait that the registry requests; observed up to a day, or the interval.</param>
    public DateTimeOffset GetRetryTime(DateTimeOffset now, int failures, TimeSpan? interval, TimeSpan retryAfter)
    {
        var longest = Max(interval ?? Default, interval is null ? Day : TimeSpan.Zero);
        var delay = Backoff.GetDelay(RetryDelay, longest, failures);
        return now + Max(delay, Min(retryAfter, Max(longest, Day)));
    }

    /// <summary>Gets the time at which a tag that became due before the start is imported.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="interval">The interval of the tag; null for a tag that is imported once.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="tag">The name of the tag.</param>
    public DateTimeOffset GetStart(DateTimeOffset now, TimeSpan? interval, ImageStreamName stream, string tag) =>
        SpreadStart(now, interval ?? Day, stream, tag);

    private DateTimeOffset SpreadStart(DateTimeOffset now, TimeSpan longest, ImageStreamName stream, string tag) =>
        now + (Min(_startSpread, longest) * ComputeFraction(stream, tag, now.UtcTicks));

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private TimeSpan GetRegistryInterval(TagReference specTag) =>
        _registries.Count > 0
        && ImageReference.TryParse(specTag.From?.Name, out var reference)
        && _registries.TryGetValue(DockerHub.Canonicalize(reference.ToDockerClientDefaults().Registry), out var interval)
            ? interval
            : Default;

    /// <summary>
    /// Computes a number from 0 to 1 that looks random and is the same in each run (FNV-1a, finished as in MurmurHash3).
    /// </summary>
    private static double ComputeFraction(ImageStreamName stream, string tag, long ticks)
    {
        var hash = Mix(Mix(Mix(14695981039346656037, stream.ToString()), "\n"), tag) ^ (ulong)ticks;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return (hash ^ (hash >> 33)) / (double)ulong.MaxValue;
    }

    private static ulong Mix(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
