using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the tags of the page.</summary>
internal sealed class StatusRows(ImageStreamSet streams, ImportSchedule? schedule, IReadOnlyDictionary<string, ImportJob> running)
{
    private const int MaxText = 1000;
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };

    /// <summary>Creates the tags of a stream: the spec tags in their order, and then those with a history only.</summary>
    public IEnumerable<StatusTag> Create(ImageStream stream)
    {
        var schedules = FindSchedules(stream);
        if (!string.IsNullOrEmpty(stream.Spec.DockerImageRepository))
        {
            yield return CreateRepository(stream, schedules.GetValueOrDefault(""));
        }

        var names = stream.Spec.Tags.Select(static tag => tag.Name).Concat(stream.Status.Tags.Select(static tag => tag.Tag));
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            yield return CreateTag(stream, name, schedules.GetValueOrDefault(name));
        }
    }

    private Dictionary<string, TagSchedule> FindSchedules(ImageStream stream) => schedule is null
        ? []
        : schedule.Find(ImageStreamName.From(stream)).ToDictionary(static tag => tag.Tag, StringComparer.Ordinal);

    private StatusTag CreateTag(ImageStream stream, string name, TagSchedule? times)
    {
        var resolution = TagResolver.Resolve(streams, ImageStreamTagName.FromParts(stream.Namespace, stream.Name, name), Across);
        var condition = stream.Status.Tags.Find(name)?.ImportFailure;
        var row = Draft(stream, name, times, condition?.Reason, condition?.Message) with
        {
            Follows = Cap(resolution.Hops[0].Follows),
            Path = Cap(Describe(resolution)),
            Explanation = Cap(resolution.Explanation),
        };
        return Conclude(row, resolution);
    }

    private StatusTag CreateRepository(ImageStream stream, TagSchedule? times)
    {
        var row = Draft(stream, "", times, reason: null, message: null);
        return row with
        {
            Follows = Cap(stream.Spec.DockerImageRepository),
            Explanation = "Every tag of the repository is imported.",
            State = row.Reason is null ? StatusState.Resolved : StatusState.Failed,
        };
    }

    private StatusTag Draft(ImageStream stream, string tag, TagSchedule? times, string? reason, string? message)
    {
        var cause = Cap(times?.Reason ?? reason);
        var sentence = Cap(times?.Reason is null ? message : times.Message);
        return new StatusTag
        {
            Id = $"{stream.Namespace}/{stream.Name}:{tag}",
            Namespace = stream.Namespace,
            Stream = stream.Name,
            Tag = tag,
            State = StatusState.Resolved,
            Reason = cause,
            Message = cause is null ? null : sentence,
            Advice = cause is null ? null : FailureAdvice.Find(cause, sentence),
            Failures = times?.Failures ?? 0,
            LastCheck = times?.LastChecked,
            NextCheck = times?.NextCheck,
            Interval = times?.Interval?.TotalSeconds,
            IsPaused = times?.IsPaused ?? false,
            IsRunning = running.TryGetValue($"{stream.Namespace}/{stream.Name}", out var job) && (tag.Length == 0 ? job.Request.Spec.Repository is not null : job.Tags.Contains(tag)),
        };
    }

    private static StatusTag Conclude(StatusTag row, TagResolution resolution) => resolution switch
    {
        TagResolution.Resolved resolved => row with
        {
            State = row.Reason is null ? StatusState.Resolved : StatusState.Stale,
            Image = Cap(resolved.Event.Image),
            PullSpec = Cap(resolved.PullSpec),
            Since = resolved.Event.Created == default ? null : resolved.Event.Created.ToDateTimeOffset(),
        },
        TagResolution.PendingImport or TagResolution.PendingBuild when row.Reason is null => row with { State = StatusState.Pending },
        TagResolution.PendingImport or TagResolution.PendingBuild or TagResolution.FailedImport => row with { State = StatusState.Failed },
        _ => row with { State = StatusState.Broken, Advice = row.Advice ?? GetAdvice(resolution) },
    };

    private static string GetAdvice(TagResolution resolution) => resolution switch
    {
        TagResolution.Circular => "Let one of the tags on the path follow an image.",
        TagResolution.NotFound => "Create what the tag follows, or correct the name in its spec tag.",
        _ => "Correct the spec tag.",
    };

    /// <summary>Describes the path: its tags, and what the last one follows outside.</summary>
    private static string? Describe(TagResolution resolution)
    {
        var names = resolution.Hops.Select(static hop => hop.Name);
        var last = resolution.Hops[^1];
        return string.Join(" → ", last.Follows is { } source && last.Reference?.From?.Kind == "DockerImage" ? names.Append(source) : names);
    }

    private static string? Cap(string? text) => text is { Length: > MaxText } ? $"{text[..MaxText]}…" : text;
}
