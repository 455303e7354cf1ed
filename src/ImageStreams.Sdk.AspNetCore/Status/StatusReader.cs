using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Resolution;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the status from whatever of the client and the controllers the application has.</summary>
internal sealed class StatusReader(StatusSources sources, int maxTags, TimeProvider timeProvider)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Reads the status.</summary>
    public async Task<StatusSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var (streams, error) = await sources.ListAsync(cancellationToken).ConfigureAwait(false);
        var running = sources.Schedule?.Running ?? [];
        var rows = new StatusRows(
            new ImageStreamSet(streams), sources.Schedule, running.ToDictionary(static job => job.Stream.ToString(), StringComparer.Ordinal));
        var tags = streams.SelectMany(rows.Create).Take(Math.Min(maxTags, int.MaxValue - 1) + 1).ToList();
        var isCut = tags.Count > maxTags;
        if (isCut)
        {
            tags.RemoveAt(maxTags);
        }

        return new StatusSnapshot(now, CreateHead(streams.Count, tags, running, now) with { Error = error, IsCut = isCut }, tags);
    }

    private StatusHead CreateHead(int streams, List<StatusTag> tags, ValueList<ImportJob> running, DateTimeOffset now)
    {
        var fuses = sources.Triggers?.Trips ?? [];
        return new StatusHead
        {
            Summary = new StatusSummary
            {
                Streams = streams,
                Tags = tags.Count,
                Failing = tags.Count(static tag => tag.State is StatusState.Stale or StatusState.Failed or StatusState.Broken),
                Pending = tags.Count(static tag => tag.State == StatusState.Pending),
                Overdue = tags.Count(tag => !tag.IsPaused && !tag.IsRunning && tag.NextCheck + Grace < now),
                Paused = tags.Count(static tag => tag.IsPaused),
                Running = running.Count,
                Held = fuses.Count,
                Builds = sources.Triggers?.RunningBuilds ?? 0,
            },
            Running = [.. running.Select(StatusNotes.Create)],
            Fuses = [.. fuses.Select(StatusNotes.Create)],
            Waiting =
            [
                .. (sources.Triggers?.Pauses ?? []).Select(StatusNotes.Create),
                .. StatusNotes.FindWaiting(sources.Reports?.LastReactions ?? []),
            ],
        };
    }
}
