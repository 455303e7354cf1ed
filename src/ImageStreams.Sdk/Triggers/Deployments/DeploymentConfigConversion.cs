using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>One conversion of a deployment configuration's triggers, one after the other.</summary>
internal sealed class DeploymentConfigConversion(DeploymentConfig config)
{
    /// <summary>The paths to the images of the containers by their names, those that are no init containers first.</summary>
    private readonly Dictionary<string, string> _paths = PodContainer.AllOf(config)
        .OrderBy(container => container.IsInit)
        .DistinctBy(container => container.Name)
        .ToDictionary(
            container => container.Name,
            container => PodContainers.PathTo(container.Path, container.Name),
            StringComparer.Ordinal);

    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);
    private readonly List<ObjectFieldTrigger> _triggers = [];
    private readonly List<TriggerConversionNote> _notes = [];

    public TriggerConversion Run()
    {
        for (var i = 0; i < config.Spec.Triggers.Count; i++)
        {
            Convert(i, config.Spec.Triggers[i]);
        }

        if (!config.Spec.Triggers.Any(trigger => trigger.Type == DeploymentTriggerPolicy.ConfigChangeType))
        {
            Note(null, TriggerConversionLoss.NoConfigChange);
        }

        if (_triggers.Count > 1)
        {
            Note(null, TriggerConversionLoss.WaitsForAll);
        }

        return new TriggerConversion { Triggers = _triggers.ToValueList(), Notes = _notes.ToValueList() };
    }

    private void Convert(int index, DeploymentTriggerPolicy trigger)
    {
        if (trigger.ImageChangeParams is { } change)
        {
            Convert(index, change);
        }
        else
        {
            var isConfigChange = trigger.Type == DeploymentTriggerPolicy.ConfigChangeType;
            Note(
                index,
                isConfigChange ? TriggerConversionLoss.ConfigChange : TriggerConversionLoss.UnknownType,
                isConfigChange ? "" : trigger.Type ?? "");
        }
    }

    private void Convert(int index, DeploymentTriggerImageChangeParams change)
    {
        if (change.From.Kind != ReferenceKinds.ImageStreamTag)
        {
            Note(index, TriggerConversionLoss.NotATag, change.From.Kind ?? "");
            return;
        }

        if (!change.Automatic)
        {
            Note(index, TriggerConversionLoss.Manual, change.From.Name ?? "");
        }

        if (!string.IsNullOrEmpty(change.LastTriggeredImage))
        {
            Note(index, TriggerConversionLoss.LastTriggeredImage, change.LastTriggeredImage);
        }

        foreach (var container in change.ContainerNames)
        {
            Convert(index, change, container);
        }
    }

    private void Convert(int index, DeploymentTriggerImageChangeParams change, string container)
    {
        if (!_paths.TryGetValue(container, out var path))
        {
            Note(index, TriggerConversionLoss.NoSuchContainer, container);
        }
        else if (!_fields.Add(path))
        {
            Note(index, TriggerConversionLoss.SecondTrigger, container);
        }
        else
        {
            _triggers.Add(ToTrigger(change, path));
        }
    }

    private ObjectFieldTrigger ToTrigger(DeploymentTriggerImageChangeParams change, string path) => new()
    {
        From = new ObjectFieldTriggerReference
        {
            Kind = ReferenceKinds.ImageStreamTag,
            Name = change.From.Name ?? "",
            Namespace = NamespaceOf.Abbreviated(change.From.Namespace ?? "", config.Metadata.Namespace),
        },
        FieldPath = path,
        Paused = !change.Automatic,
    };

    private void Note(int? index, TriggerConversionLoss loss, string subject = "") =>
        _notes.Add(new TriggerConversionNote { Loss = loss, Index = index, Subject = subject });
}
