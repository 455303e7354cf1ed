using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Triggers of builds and deployment configs, and the doctor: the size is the number of triggers or objects.</summary>
public static class TriggerGrowth
{
    private static readonly ImageStreamTagName Tag = ImageStreamTagName.FromParts("ns0", "s001", "t1");

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("BuildTriggers.Evaluate", 10, size => OfBuild(size, config => BuildTriggers.Evaluate(config, TriggerInputs.Tags).ToString())),
        new("BuildTriggers.List", 10, size => OfBuild(size, config => BuildTriggers.List(config).ToString())),
        new("BuildTriggers.Remove", 10, size => OfBuild(size, config => BuildTriggers.Remove(config, Tag).ToString())),
        new("BuildTriggers.Pause", 10, size => OfBuild(size, config => BuildTriggers.Pause(config, Tag).ToString())),
        new("DeploymentConfigTriggers.Evaluate", 10, size => OfDeployment(
            size, config => DeploymentConfigTriggers.Evaluate(config, TriggerInputs.Tags).ToString())),
        new("DeploymentConfigTriggers.Pause", 10, size => OfDeployment(size, config => DeploymentConfigTriggers.Pause(config, "c1").ToString())),
        new("DeploymentConfigTriggers.Remove", 10, size => OfDeployment(size, config => DeploymentConfigTriggers.Remove(config, "c1").ToString())),
        new("DeploymentConfigTriggers.ToDeployment", 10, size => OfDeployment(
            size, config => DeploymentConfigTriggers.ToDeployment(config).Annotation ?? "")),
        new("StreamTagLookup", 100, Lookup),
        new("TriggerDoctor, builds", 20, size => Examine(GraphGrowth.Objects(size))),
        new("TriggerDoctor, broken names", 20, size => Examine(Broken(size))),
        new("TriggerDoctor, one deployment config", 20, size => Examine(new() { DeploymentConfigs = [JsonGrowth.ADeploymentConfig(size)] })),
        new("TriggerDoctor, one build config", 20, size => Examine(new() { BuildConfigs = [JsonGrowth.ABuildConfig(size)] })),
        new("TriggerDoctor, deployment configs", 20, size => Examine(new() { DeploymentConfigs = Many(size) })),
        new("TriggerSarif.ToJson", 20, size => ToSarif(Broken(size))),
    ];

    private static Func<long> OfBuild(int size, Func<BuildConfig, string> act)
    {
        var config = JsonGrowth.ABuildConfig(size);
        return () => act(config).Length;
    }

    private static Func<long> OfDeployment(int size, Func<DeploymentConfig, string> act)
    {
        var config = JsonGrowth.ADeploymentConfig(size);
        return () => act(config).Length;
    }

    private static Func<long> Lookup(int size)
    {
        var streams = Enumerable.Range(0, size).Select(i => StreamInputs.Stream("ns", $"s{i}", 1, 1)).ToList();
        return () => new StreamTagLookup(streams).Find("ns", "s1:tag0000").GetHashCode();
    }

    private static Func<long> Examine(GraphObjects objects) => () => TriggerDoctor.Examine(objects).Count;

    private static Func<long> ToSarif(GraphObjects objects)
    {
        var findings = TriggerDoctor.Examine(objects);
        return () => TriggerSarif.ToJson(findings).Length;
    }

    // Builds from tags of other names than the streams have, each of which gets a correction.
    private static GraphObjects Broken(int size) => new()
    {
        Streams = Enumerable.Range(0, size).Select(i => StreamInputs.Stream(BuildTrees.Namespace, $"image{i:D6}", 1, 1)).ToValueList(),
        BuildConfigs = Enumerable.Range(0, size)
            .Select(i => BuildTrees.Config($"build{i}", $"imgae{i:D6}:tag0000", $"out{i}:latest"))
            .ToValueList(),
    };

    private static ValueList<DeploymentConfig> Many(int size)
    {
        var one = JsonGrowth.ADeploymentConfig(2);
        return Enumerable.Range(0, size)
            .Select(i => one with { Metadata = one.Metadata with { Name = $"dc{i}" } })
            .ToValueList();
    }
}
