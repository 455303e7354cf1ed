using ImageStreams.Builds;
using ImageStreams.Workloads;

namespace ImageStreams.Graphs;

/// <summary>Reads the images that a build configuration starts from, copies from or listens to.</summary>
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
            if (spec.Keeps(spec.Triggers[i])
                && spec.Triggers[i].ImageChange is { } change
                && (change.From ?? spec.Strategy.From) is { } watched)
            {
                yield return (watched, new EdgeOrigin(GraphEdgeKind.BuildTrigger, GetFiring(change, watched), i));
            }
        }

        for (var i = 0; i < spec.Source.Images.Count; i++)
        {
            yield return (spec.Source.Images[i].From, new EdgeOrigin(GraphEdgeKind.BuildSource, EdgeFiring.Manual, i));
        }
    }

    /// <summary>Gets the path of the field that names the base image of a build configuration.</summary>
    public static string GetBasePath(BuildConfig build) => build.Spec.Strategy switch
    {
        { SourceStrategy: not null } => "spec.strategy.sourceStrategy.from",
        { DockerStrategy: not null } => "spec.strategy.dockerStrategy.from",
        _ => "spec.strategy.customStrategy.from",
    };

    private static EdgeFiring GetFiring(ImageChangeTrigger change, ObjectReference watched) =>
        EdgeOrigin.GetTriggerFiring(
            TriggerSources.CanFire(watched.Kind, watched.ApiVersion, watched.Name), change.Paused);
}
