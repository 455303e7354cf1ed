using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>
/// Says which tags a deployment configuration listens to, and gives its containers the images they point to.
/// </summary>
/// <remarks>
/// OpenShift's rules, those of its image trigger controller. Pure functions. Without a template there are no containers.
/// </remarks>
public static partial class DeploymentConfigTriggers
{
    /// <summary>The tags that the image-change triggers name, once for each container that a trigger sets.</summary>
    /// <remarks>
    /// Triggers that are not automatic are listed as paused. Field paths are like
    /// <c>spec.template.spec.containers[@name=="web"].image</c>, which is not how annotations write them.
    /// </remarks>
    public static ValueList<ObjectFieldTrigger> List(DeploymentConfig deploymentConfig)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);

        var pods = deploymentConfig.Spec.Template?.Spec ?? PodSpec.Default;
        var containers = CountByName(pods.Containers);
        var initContainers = CountByName(pods.InitContainers);
        return deploymentConfig.Spec.Triggers
            .Select(trigger => trigger.ImageChangeParams)
            .OfType<DeploymentTriggerImageChangeParams>()
            .Where(change => change.From is { Kind: ReferenceKinds.ImageStreamTag, Name.Length: > 0 })
            .SelectMany(change =>
                ToFieldTriggers(change, "containers", containers).Concat(ToFieldTriggers(change, "initContainers", initContainers)))
            .ToValueList();
    }

    /// <summary>The deployment configuration with the images that its triggers ask for.</summary>
    /// <remarks>
    /// Automatic triggers only, whatever their type says. A tag that points to nothing any more keeps the image it pointed
    /// to last.
    /// </remarks>
    /// <param name="deploymentConfig">The object.</param>
    /// <param name="tags">What the tags point to.</param>
    public static DeploymentConfigTriggerResult Evaluate(DeploymentConfig deploymentConfig, ITagLookup tags)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        ArgumentNullException.ThrowIfNull(tags);

        var evaluation = new DeploymentConfigTriggerEvaluation(deploymentConfig, tags);
        for (var i = 0; i < deploymentConfig.Spec.Triggers.Count; i++)
        {
            if (deploymentConfig.Spec.Triggers[i].ImageChangeParams is { } change)
            {
                evaluation.Add(i, change);
            }
        }

        return evaluation.Result;
    }

    private static Dictionary<string, int> CountByName(KeyedList<Container> containers) =>
        containers.CountBy(container => container.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<ObjectFieldTrigger> ToFieldTriggers(
        DeploymentTriggerImageChangeParams change, string list, Dictionary<string, int> counts) =>
        change.ContainerNames.SelectMany(name =>
            Enumerable.Repeat(ToFieldTrigger(change, list, name), counts.GetValueOrDefault(name)));

    private static ObjectFieldTrigger ToFieldTrigger(DeploymentTriggerImageChangeParams change, string list, string name) => new()
    {
        From = TriggerReferences.ToFieldReference(change.From),
        FieldPath = $"{DeploymentConfig.PodSpecPath}.{list}[@name==\"{name}\"].image",
        Paused = !change.Automatic,
    };
}
