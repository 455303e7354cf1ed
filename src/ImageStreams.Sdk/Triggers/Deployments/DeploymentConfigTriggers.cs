using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Lists, evaluates, edits and converts the image-change triggers of deployment configurations.</summary>
/// <remarks>
/// Pure functions with the rules of OpenShift's image trigger controller. A deployment configuration without a template has
/// no containers.
/// </remarks>
public static partial class DeploymentConfigTriggers
{
    /// <summary>Lists the tags that the image-change triggers listen to, once for each container that a trigger sets.</summary>
    /// <remarks>
    /// Triggers that are not automatic are listed as paused. Field paths have OpenShift's internal form
    /// <c>spec.template.spec.containers[@name=="web"].image</c>, which differs from that in annotations.
    /// </remarks>
    /// <param name="deploymentConfig">The deployment configuration; the defaults of an API server apply.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public static ValueList<ObjectFieldTrigger> List(DeploymentConfig deploymentConfig) =>
        ListAll(deploymentConfig, static change => change.CompleteFrom);

    /// <summary>Lists the tags of the triggers as they are, without the defaults of an API server.</summary>
    /// <remarks>As OpenShift's controller reads an object, which an API server has stored. For such objects the result is that of
    /// <see cref="List(DeploymentConfig)"/>.</remarks>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <exception cref="ArgumentNullException"><paramref name="deploymentConfig"/> is null.</exception>
    public static ValueList<ObjectFieldTrigger> ListAsIs(DeploymentConfig deploymentConfig) =>
        ListAll(deploymentConfig, static change => change.From);

    /// <summary>
    /// Evaluates the image-change triggers: the deployment configuration with its new images, and the outcome of each
    /// trigger.
    /// </summary>
    /// <remarks>
    /// Only automatic triggers fire, regardless of their <c>type</c>. References are read as an API server completes them
    /// (see <see cref="DeploymentConfig.WithDefaults"/>); the returned object keeps their spelling. The
    /// trigger on a tag that no longer points to an
    /// image keeps the last one.
    /// </remarks>
    /// <param name="deploymentConfig">The deployment configuration.</param>
    /// <param name="tags">The lookup of the images that tags point to.</param>
    /// <returns>The result, with the changed object when a trigger fired.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deploymentConfig"/> or <paramref name="tags"/> is null.
    /// </exception>
    public static DeploymentConfigTriggerResult Evaluate(DeploymentConfig deploymentConfig, ITagLookup tags) =>
        EvaluateAll(deploymentConfig, tags, isStored: true);

    /// <summary>Evaluates the image-change triggers as they are, without the defaults of an API server.</summary>
    /// <remarks>As OpenShift's controller evaluates an object, which an API server has stored. For such objects the result is
    /// that of <see cref="Evaluate(DeploymentConfig, ITagLookup)"/>.</remarks>
    /// <inheritdoc cref="Evaluate(DeploymentConfig, ITagLookup)"/>
    public static DeploymentConfigTriggerResult EvaluateAsIs(DeploymentConfig deploymentConfig, ITagLookup tags) =>
        EvaluateAll(deploymentConfig, tags, isStored: false);

    private static DeploymentConfigTriggerResult EvaluateAll(DeploymentConfig deploymentConfig, ITagLookup tags, bool isStored)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);
        ArgumentNullException.ThrowIfNull(tags);

        var evaluation = new DeploymentConfigTriggerEvaluation(deploymentConfig, tags, isStored);
        for (var i = 0; i < deploymentConfig.Spec.Triggers.Count; i++)
        {
            if (deploymentConfig.Spec.Triggers[i].ImageChangeParams is { } change)
            {
                evaluation.Add(i, change);
            }
        }

        return evaluation.Result;
    }

    private static ValueList<ObjectFieldTrigger> ListAll(
        DeploymentConfig deploymentConfig, Func<DeploymentTriggerImageChangeParams, ObjectReference> getSource)
    {
        ArgumentNullException.ThrowIfNull(deploymentConfig);

        var pods = deploymentConfig.Spec.Template?.Spec ?? PodSpec.Default;
        var containers = CountByName(pods.Containers);
        var initContainers = CountByName(pods.InitContainers);
        return deploymentConfig.Spec.Triggers
            .Select(trigger => trigger.ImageChangeParams)
            .OfType<DeploymentTriggerImageChangeParams>()
            .Select(change => WithSource(change, getSource(change)))
            .Where(change => change.From is { Kind: ReferenceKinds.ImageStreamTag, Name.Length: > 0 })
            .SelectMany(change => ToFieldTriggers(change, "containers", containers)
                .Concat(ToFieldTriggers(change, "initContainers", initContainers)))
            .ToValueList();
    }

    private static DeploymentTriggerImageChangeParams WithSource(
        DeploymentTriggerImageChangeParams change, ObjectReference source) =>
        ReferenceEquals(source, change.From) ? change : change with { From = source };

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
