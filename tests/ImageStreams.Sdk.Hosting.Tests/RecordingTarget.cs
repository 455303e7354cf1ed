using System.Collections.Concurrent;
using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Hosting;

/// <summary>A target that is its own source: it records each build, and takes it into the build configuration.</summary>
internal sealed class RecordingTarget(TimeProvider timeProvider) : ITriggerTarget, ITriggerSource
{
    private readonly ConcurrentQueue<string> _builds = [];

    public InMemoryTriggerSource Source { get; } = new();

    /// <summary>The builds, as <c>NAME IMAGE</c>.</summary>
    public IReadOnlyCollection<string> Builds => _builds;

    /// <summary>Runs before each build; may throw.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public IAsyncEnumerable<TriggerSourceEvent> WatchAsync(CancellationToken cancellationToken = default) =>
        Source.WatchAsync(cancellationToken);

    public async ValueTask<TriggerTargetResult> StartBuildAsync(
        BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        _builds.Enqueue($"{buildConfig.Metadata.Name} {request.TriggeredByImage?.Name}");
        Source.Set(BuildTriggers.RecordBuild(buildConfig, request, Timestamp.Now(timeProvider)));
        return TriggerTargetResult.Accepted.Instance;
    }

    public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<TriggerTargetResult> UpdateAsync(
        DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
