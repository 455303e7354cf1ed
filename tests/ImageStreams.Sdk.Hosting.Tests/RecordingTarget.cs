using System.Collections.Concurrent;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Hosting;

/// <summary>A target that is its own source: it records each build, and takes it into the build configuration.</summary>
internal sealed class RecordingTarget(TimeProvider timeProvider) : ITriggerTarget, ITriggerSource
{
    private const int Kept = 1000;

    private readonly ConcurrentQueue<string> _builds = [];
    private int _count;

    public InMemoryTriggerSource Source { get; } = new();

    /// <summary>The builds, as <c>NAME IMAGE</c>.</summary>
    public IReadOnlyCollection<string> Builds => _builds;

    /// <summary>The number of builds; only the last thousand are kept.</summary>
    public int Count => _count;

    /// <summary>Runs before each build; may throw.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public IAsyncEnumerable<TriggerSourceEvent> WatchAsync(CancellationToken cancellationToken = default) =>
        Source.WatchAsync(cancellationToken);

    public async ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        Record($"{buildConfig.Metadata.Name} {request.TriggeredByImage?.Name}");
        Source.Set(BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(timeProvider)));
        return TriggerTargetResult.Accepted.Instance;
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private void Record(string build)
    {
        Interlocked.Increment(ref _count);
        _builds.Enqueue(build);
        if (_builds.Count > Kept)
        {
            _builds.TryDequeue(out _);
        }
    }
}
