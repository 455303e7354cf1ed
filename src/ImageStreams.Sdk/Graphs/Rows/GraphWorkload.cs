using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Graphs;

/// <summary>A workload as the graph needs it: its triggers, and the images that no trigger sets.</summary>
internal sealed class GraphWorkload
{
    /// <summary>The maximum number of characters of a message, which quotes the object.</summary>
    private const int MaxMessage = 1024;

    private GraphWorkload(string kind, string? ns, string? name)
    {
        Kind = kind;
        Namespace = ns ?? "";
        Name = name ?? "";
    }

    public string Kind { get; }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>The references of the triggers that set the image of a container, each with the trigger's number.</summary>
    public ValueList<(ObjectReference From, EdgeOrigin Origin)> Triggers { get; private init; }

    /// <summary>The images of containers that no trigger sets, numbered after the triggers.</summary>
    public ValueList<ContainerImage> Images { get; private init; }

    /// <summary>The number of triggers of the object, including those without a reference.</summary>
    public int TriggerCount { get; private init; }

    /// <summary>Gets a value indicating whether the triggers are in the specification, and not in an annotation.</summary>
    private bool HasTriggersInSpec { get; init; }

    /// <summary>Gets the path of a container by its number.</summary>
    public required Func<int, string> GetContainerPath { get; init; }

    /// <summary>Gets a value indicating whether every image name of the object stands for a stream of its namespace.</summary>
    public bool ResolvesAllNames { get; private init; }

    /// <summary>The field that cannot be read, and the cause; null when there is none.</summary>
    public GraphProblem? Problem { get; private init; }

    /// <summary>Reads the workloads among some objects.</summary>
    public static IEnumerable<GraphWorkload> FromObjects(GraphObjects objects) =>
        objects.DeploymentConfigs.Select(FromDeploymentConfig).Concat(objects.Workloads.Select(FromWorkload));

    /// <summary>
    /// Gets the path of the field that has the number of one of <see cref="Triggers"/> or <see cref="Images"/>.
    /// </summary>
    public string GetPath(int index)
    {
        if (index >= TriggerCount)
        {
            return $"{GetContainerPath(index - TriggerCount)}.image";
        }

        return HasTriggersInSpec
            ? $"spec.triggers[{index}].imageChangeParams.from"
            : $"metadata.annotations['{ObjectFieldTrigger.AnnotationName}'][{index}].from";
    }

    private static GraphWorkload FromWorkload(Workload workload)
    {
        if (!workload.IsDeploymentConfig)
        {
            return FromAnnotated(workload);
        }

        return workload.TryReadDeploymentConfig(out var config, out var error)
            ? FromDeploymentConfig(config)
            : FromUnreadable(workload, error);
    }

    /// <summary>Keeps the name of a workload that cannot be read, so that a later version can replace it.</summary>
    private static GraphWorkload FromUnreadable(Workload workload, WireFormatException error) =>
        new(workload.Kind, workload.Namespace, workload.Name)
        {
            GetContainerPath = static _ => "",
            Problem = new GraphProblem
            {
                Field = new GraphField
                {
                    Kind = workload.Kind,
                    Namespace = workload.Namespace ?? "",
                    Name = workload.Name ?? "",
                    Path = (error.Path ?? "").TrimStart('$', '.'),
                },
                Message = PrintableText.Escape(error.Message, MaxMessage),
            },
        };

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

    /// <summary>Reads a deployment configuration with the defaults that the API server fills in.</summary>
    private static GraphWorkload FromDeploymentConfig(DeploymentConfig deploymentConfig)
    {
        var config = deploymentConfig.WithDefaults();
        var triggers = config.Spec.Triggers;
        var set = triggers.SelectMany(trigger => trigger.ImageChangeParams?.ContainerNames ?? []).ToHashSet();
        var pods = config.Spec.Template?.Spec ?? new PodSpec();
        var containers = pods.InitContainers.Concat(pods.Containers);
        return new GraphWorkload(DeploymentConfig.KindName, config.Metadata.Namespace, config.Metadata.Name)
        {
            HasTriggersInSpec = true,
            TriggerCount = triggers.Count,
            Triggers = triggers.Select((trigger, i) => (trigger.ImageChangeParams, i))
                .Where(pair => pair.ImageChangeParams is not null)
                .Select(pair => (pair.ImageChangeParams!.From, GetOrigin(pair.ImageChangeParams, config, pair.i)))
                .ToValueList(),
            Images = GetImages(containers.Select(one => (one.Image, IsSet: set.Contains(one.Name))), triggers.Count),
            GetContainerPath = index => GetDeploymentConfigPath(index, pods.InitContainers.Count),
            ResolvesAllNames = ImageAdmission.ResolvesAll(config.Metadata.Annotations)
                || ImageAdmission.ResolvesAll(config.Spec.Template?.Metadata?.Annotations ?? []),
        };
    }

    private static string GetDeploymentConfigPath(int index, int initCount) => index < initCount
        ? WorkloadContainer.GetPath(DeploymentConfig.PodSpecPath, isInit: true, index)
        : WorkloadContainer.GetPath(DeploymentConfig.PodSpecPath, isInit: false, index - initCount);

    /// <summary>
    /// Reads the annotation with triggers; returns none when it is malformed, because OpenShift then skips the object.
    /// </summary>
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

    private static ValueList<ContainerImage> GetImages(IEnumerable<(string? Image, bool IsSet)> containers, int first) =>
        containers.Select((one, i) => (one.Image, one.IsSet, Index: first + i))
            .Where(one => !one.IsSet && !string.IsNullOrEmpty(one.Image))
            .Select(one => new ContainerImage(one.Image!, one.Index))
            .ToValueList();

    private static EdgeOrigin GetOrigin(ObjectFieldTrigger trigger, Workload workload, int index)
    {
        var canFire = TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name)
            && workload.IsWatched;
        var isPaused = trigger.Paused || (workload.IsPaused && workload.Kind != "CronJob");
        return new(GraphEdgeKind.Deploys, EdgeOrigin.GetTriggerFiring(canFire, isPaused), index);
    }

    private static EdgeOrigin GetOrigin(DeploymentTriggerImageChangeParams trigger, DeploymentConfig config, int index)
    {
        var canFire = trigger.Automatic
            && TriggerSources.CanFire(trigger.From.Kind, trigger.From.ApiVersion, trigger.From.Name);
        return new(GraphEdgeKind.Deploys, EdgeOrigin.GetTriggerFiring(canFire, config.Spec.Paused), index);
    }

    /// <summary>An image that a container names itself.</summary>
    /// <param name="PullSpec">The pull spec.</param>
    /// <param name="Index">The number of the image in the workload.</param>
    public readonly record struct ContainerImage(string PullSpec, int Index);
}
