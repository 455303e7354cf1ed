using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Messages.WrongUse;

namespace ImageStreams.Tests.Messages;

/// <summary>Mistakes in the pure parts: resolution, lifecycle, graphs and the editing of triggers.</summary>
internal static class TriggerMistakes
{
    private static readonly ImageStreamTagName Ruby = ImageStreamTagName.Parse("shop/ruby:2.7");

    private static readonly ImageStream Stream = ImageStreamJson.Deserialize<ImageStream>("""
        {"metadata":{"namespace":"shop","name":"ruby"},"spec":{"tags":[{"name":"2.7","from":{"kind":"DockerImage","name":"quay.io/a/ruby:2.7"}}]}}
        """);

    private static readonly BuildConfig Build = ImageStreamJson.Deserialize<BuildConfig>("""
        {"metadata":{"namespace":"shop","name":"app"},"spec":{"strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}},
        "triggers":[{"type":"ImageChange","imageChange":{}}]}}
        """);

    private static readonly BuildConfig BuildOfAnImage = ImageStreamJson.Deserialize<BuildConfig>("""
        {"metadata":{"namespace":"shop","name":"app"},"spec":{"strategy":{"type":"Docker","dockerStrategy":{"from":{"kind":"DockerImage","name":"ruby"}}}}}
        """);

    private static readonly Workload Web = Workload.Parse("""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"namespace":"shop","name":"web"},"spec":{"template":{"spec":{"containers":[{"name":"web","image":"x"}]}}}}
        """);

    private static readonly DeploymentConfig Old = ImageStreamJson.Deserialize<DeploymentConfig>("""
        {"metadata":{"namespace":"shop","name":"old"},"spec":{"template":{"spec":{"containers":[{"name":"web","image":"x"}]}}}}
        """);

    public static IEnumerable<WrongUse> All =>
    [
        From("BuildTriggers.Add(the base image again)", () => BuildTriggers.Add(Build)),
        From("BuildTriggers.Add(a base that is no tag)", () => BuildTriggers.Add(BuildOfAnImage)),
        From("BuildTriggers.Pause(a tag without a trigger)", () => BuildTriggers.Pause(Build, ImageStreamTagName.Parse("shop/python:3"))),
        From("BuildTriggers.Resume(no trigger)", () => BuildTriggers.Resume(BuildOfAnImage)),
        From("BuildTriggers.Remove(no trigger)", () => BuildTriggers.Remove(BuildOfAnImage, Ruby)),
        From("BuildTriggers.Retarget(no trigger)", () => BuildTriggers.Retarget(BuildOfAnImage, null, Ruby)),
        From("BuildTriggers.Evaluate(null)", () => BuildTriggers.Evaluate(null!, new StreamTagLookup([Stream]))),
        From("BuildTriggers.Evaluate(no lookup)", () => BuildTriggers.Evaluate(Build, null!)),
        From("WorkloadTriggers.Add(an unknown container)", () => WorkloadTriggers.Add(Web, "wbe", Ruby)),
        From("WorkloadTriggers.Add(no container)", () => WorkloadTriggers.Add(Web, "", Ruby)),
        From("WorkloadTriggers.Add(no tag)", () => WorkloadTriggers.Add(Web, "web", null!)),
        From("WorkloadTriggers.Pause(no trigger)", () => WorkloadTriggers.Pause(Web, "web")),
        From("WorkloadTriggers.Resume(no trigger)", () => WorkloadTriggers.Resume(Web, "web")),
        From("WorkloadTriggers.Remove(no trigger)", () => WorkloadTriggers.Remove(Web, "web")),
        From("WorkloadTriggers.Retarget(no trigger)", () => WorkloadTriggers.Retarget(Web, "web", Ruby)),
        From("DeploymentConfigTriggers.Add(an unknown container)", () => DeploymentConfigTriggers.Add(Old, "wbe", Ruby)),
        From("DeploymentConfigTriggers.Pause(no trigger)", () => DeploymentConfigTriggers.Pause(Old, "web")),
        From("DeploymentConfigTriggers.Remove(no trigger)", () => DeploymentConfigTriggers.Remove(Old, "web")),
        From("TriggerDoctor.Examine(null)", () => TriggerDoctor.Examine(null!)),
        From("TagGraph.GetDependencies(null)", () => TagGraph.FromStreams([Stream]).GetDependencies(null!)),
        From("TagGraph.FromStreams(null in the list)", () => TagGraph.FromStreams([Stream, null!])),
        From("TagResolver.Resolve(no stream)", () => TagResolver.Resolve(null!, "latest")),
        From("TagResolver.Resolve(no tag)", () => TagResolver.Resolve(Stream, null!)),
        From("TrackingTags.MoveFollowers(no tag)", () => TrackingTags.MoveFollowers(Stream, null!)),
        From("StreamLifecycle.Create(no context)", () => StreamLifecycle.Create(Stream, null!)),
    ];
}
