using ImageStreams.Collections;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Graphs;

/// <summary>A workload as the graph sees it: its triggers, and the images that no trigger sets.</summary>
internal sealed class GraphWorkload
{
    private GraphWorkload(string kind, string? ns, string? name) => (Kind, Namespace, Name) = (kind, ns ?? "", name ?? "");

    public string Kind { get; }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>What the triggers listen to that lead to a container, each with its number.</summary>
    public ValueList<(ObjectReference From, EdgeOrigin Origin)> Triggers { get; private init; }

    /// <summary>The images of containers that no trigger sets, numbered behind the triggers.</summary>
    public ValueList<WorkloadImage> Images { get; private init; }

    /// <summary>How many triggers the object lists, those that listen to nothing included.</summary>
    public int TriggerCount { get; private init; }

    /// <summary>Where each container stands, in the order of the containers.</summary>
    public required Func<int, string> GetContainerPath { get; init; }

    /// <summary>Whether every image name of the object stands for a stream of its namespace.</summary>
    public bool ResolvesAllNames { get; private init; }

    /// <summary>Where a number of <see cref="Triggers"/> or <see cref="Images"/> stands in the object.</summary>
    public string GetPath(int index) => index >= TriggerCount ? $"{GetContainerPath(index - TriggerCount)}.image"
        : Kind == DeploymentConfig.KindName ? $"spec.triggers[{index}].imageChangeParams.from"
        : $"metadata.annotations['{ObjectFieldTrigger.AnnotationName}'][{index}].from";

    public static IEnumerable<GraphWorkload> FromObjects(GraphObjects objects) =>
        objects.DeploymentConfigs.Select(FromDeploymentConfig).Concat(objects.Workloads.Select(FromWorkload));

    private static GraphWorkload FromWorkload(Workload workload) => workload.Kind == DeploymentConfig.KindName
        ? FromDeploymentConfig(ImageStreamJson.Deserialize<DeploymentConfig>(workload.Utf8))
        : FromAnnotated(workload);

    private static GraphWorkload FromAnnotated(Workload workload)
    {
        var triggers = ReadTriggers(workload);
        var containers = new PodContainers(workload);
        var fields = triggers.Select(trigger => containers.Find(trigger.FieldPath).Target).ToList();
        var set = fields.OfType<WorkloadContainer>().ToHashSet(ReferenceEqualityComparer.Instance);
        return new GraphWorkload(workload.Kind, workload.Namespace, workload.Name)
        {
            TriggerCount = triggers.Count,
            Triggers = triggers.Select((trigger, i) => (trigger.From.ToReference(), GetOrigin(trigger, workload, i)))
                .Where((_, i) => fields[i] is not null)
                .ToValueList(),
            Images = GetImages(workload.Containers.Select(one => (one.Image, IsSet: set.Contains(one))), triggers.Count),
            GetContainerPath = index => workload.Containers[index].Path,
            ResolvesAllNames = ImageAdmission.ResolvesAll(workload),
        };
    }

    private static GraphWorkload FromDeploymentConfig(DeploymentConfig config)
    {
        var triggers = config.Spec.Triggers;
        var set = triggers.SelectMany(trigger => trigger.ImageChangeParams?.ContainerNames ?? []).ToHashSet();
        var pods = config.Spec.Template?.Spec ?? new PodSpec();
        var initCount = pods.InitContainers.Count;
        return new GraphWorkload(DeploymentConfig.KindName, config.Metadata.Namespace, config.Metadata.Name)
        {
            TriggerCount = triggers.Count,
            Triggers = triggers.Select((trigger, i) => (trigger.ImageChangeParams, i))
                .Where(pair => pair.ImageChangeParams is not null)
                .Select(pair => (pair.ImageChangeParams!.From, GetOrigin(pair.ImageChangeParams, config, pair.i)))
                .ToValueList(),
            Images = GetImages(
                pods.InitContainers.Concat(pods.Containers).Select(one => (one.Image, IsSet: set.Contains(one.Name))),
                triggers.Count),
            GetContainerPath = index => index < initCount
                ? WorkloadContainer.GetPath(DeploymentConfig.PodSpecPath, isInit: true, index)
                : WorkloadContainer.GetPath(DeploymentConfig.PodSpecPath, isInit: false, index - initCount),
            ResolvesAllNames = ImageAdmission.ResolvesAll(config.Metadata.Annotations)
                || ImageAdmission.ResolvesAll(config.Spec.Template?.Metadata?.Annotations ?? []),
        };
    }

    /// <summary>An annotation that cannot be read has no triggers; OpenShift passes over the object, too.</summary>
    private static ValueList<ObjectFieldTrigger> ReadTriggers(Workload workload)
    {
        try
        {
            return TriggerAnnotation.Read(workload);
        }
        catch (TriggerAnnotationException)
        {
            return [];
        }
    }

    private static ValueList<WorkloadImage> GetImages(IEnumerable<(string? Image, bool IsSet)> containers, int first) =>
        containers.Select((one, i) => (one.Image, one.IsSet, Index: first + i))
            .Where(one => !one.IsSet && !string.IsNullOrEmpty(one.Image))
            .Select(one => new WorkloadImage(one.Image!, one.Index))
            .ToValueList();

    private static EdgeOrigin GetOrigin(ObjectFieldTrigger trigger, Workload workload, int index)
    {
        var canFire = TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name)
            && workload.IsWatched;
        var isHeld = trigger.Paused || (workload.IsPaused && workload.Kind != "CronJob");
        return new(GraphEdgeKind.Deploys, GetFiring(canFire, isHeld), index);
    }

    private static EdgeOrigin GetOrigin(DeploymentTriggerImageChangeParams trigger, DeploymentConfig config, int index)
    {
        var canFire = trigger.Automatic && TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name);
        return new(GraphEdgeKind.Deploys, GetFiring(canFire, config.Spec.Paused), index);
    }

    private static EdgeFiring GetFiring(bool canFire, bool isHeld) =>
        !canFire ? EdgeFiring.Manual : isHeld ? EdgeFiring.Paused : EdgeFiring.Automatic;
}
