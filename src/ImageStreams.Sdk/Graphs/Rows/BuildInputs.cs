using ImageStreams.Builds;
using ImageStreams.Workloads;
namespace ImageStreams.Graphs;

/// <summary>What a build configuration takes images from, and whether it builds by itself when they change.</summary>
internal static class BuildInputs
{
    public static IEnumerable<(ObjectReference From, EdgeOrigin Origin)> GetInputs(BuildConfig build)
    {
        var spec = build.Spec;
        if (spec.Strategy.From is { } from)
        {
            yield return (from, new EdgeOrigin(GraphEdgeKind.BuildBase, EdgeFiring.Manual));
        }

        for (var i = 0; i < spec.Triggers.Count; i++)
        {
            if (spec.Triggers[i].ImageChange is { } change && (change.From ?? spec.Strategy.From) is { } watched)
            {
                yield return (watched, new EdgeOrigin(GraphEdgeKind.BuildTrigger, GetFiring(change, watched), i));
            }
        }

        for (var i = 0; i < spec.Source.Images.Count; i++)
        {
            yield return (spec.Source.Images[i].From, new EdgeOrigin(GraphEdgeKind.BuildSource, EdgeFiring.Manual, i));
        }
    }

    /// <summary>Where a build configuration names its base image.</summary>
    public static string GetBasePath(BuildConfig build) => build.Spec.Strategy switch
    {
        { SourceStrategy: not null } => "spec.strategy.sourceStrategy.from",
        { DockerStrategy: not null } => "spec.strategy.dockerStrategy.from",
        _ => "spec.strategy.customStrategy.from",
    };

    private static EdgeFiring GetFiring(ImageChangeTrigger change, ObjectReference watched) =>
        !TriggerSources.CanFire(watched.Kind, watched.ApiVersion, watched.Name) ? EdgeFiring.Manual
        : change.Paused ? EdgeFiring.Paused
        : EdgeFiring.Automatic;
}
