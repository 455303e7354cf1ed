using System.Diagnostics.Metrics;
using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>The gauges of one host, which are read when somebody collects them.</summary>
internal sealed class HostGauges
{
    private readonly Meter _meter;

    public HostGauges(
        HostMeter meter, ControllerLoops loops, Reflector<ImageStream> feed, ImportOverviewSource? overviews, ImportWorker? imports, ActiveShards shards)
    {
        _meter = meter.Meter;
        Add("imagestreams.feed.synced", "1", "1 when all streams are listed and watched without an error, otherwise 0.", () => IsSynced(feed.Status));
        Add("imagestreams.feed.streams", "{stream}", "Number of streams that are known.", () => feed.Status.Objects);
        Add("imagestreams.loops.dead", "{loop}", "Number of loops that died and have made no progress since.", () => CountDead(loops));
        if (overviews is not null && imports is not null)
        {
            AddImports(overviews, imports);
        }

        if (shards.IsDivided)
        {
            Add("imagestreams.shards.owned", "{shard}", "Number of shards that this replica works on.", () => shards.All.Count);
        }
    }

    private void AddImports(ImportOverviewSource overviews, ImportWorker imports)
    {
        Add("imagestreams.tags.scheduled", "{tag}", "Number of tags that are imported repeatedly.", () => overviews.Get().Scheduled);
        Add("imagestreams.tags.overdue", "{tag}", "Number of tags that have been due for more than a minute.", () => overviews.Get().Overdue);
        Add("imagestreams.tags.failing", "{tag}", "Number of tags whose last import failed.", () => overviews.Get().Failing);
        Add("imagestreams.tags.late", "{tag}", "Number of scheduled tags that are later than the objective allows.", () => overviews.Get().Late);
        Add("imagestreams.imports.running", "{import}", "Number of imports that run.", () => imports.Running.Count);
    }

    private static int IsSynced(ReflectorStatus status) => status is { HasSynced: true, Failures: 0 } ? 1 : 0;

    private static int CountDead(ControllerLoops loops) => loops.All.Count(static loop => loop.IsDead);

    private void Add(string name, string unit, string description, Func<int> read) =>
        _meter.CreateObservableGauge(name, read, unit, description);
}
