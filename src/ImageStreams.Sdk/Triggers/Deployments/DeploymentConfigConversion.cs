using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Converts the triggers of a deployment configuration one after the other.</summary>
internal sealed class DeploymentConfigConversion(DeploymentConfig config)
{
    /// <summary>The field paths of the images by container name; an init container comes after the others.</summary>
    private readonly Dictionary<string, string> _paths = PodContainer.FromDeploymentConfig(config)
        .OrderBy(container => container.IsInit)
        .DistinctBy(container => container.Name)
        .ToDictionary(
            container => container.Name,
            container => PodContainers.GetImagePath(container.Path, container.Name),
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

        if (!config.WithDefaults().Spec.Triggers.Any(trigger => trigger.Type == DeploymentTriggerPolicy.ConfigChangeType))
        {
            AddNote(null, TriggerConversionNoteKind.NoConfigChange);
        }

        if (_triggers.Count > 1)
        {
            AddNote(null, TriggerConversionNoteKind.WaitsForAll);
        }

        var manifest = new DeploymentManifest(config);
        foreach (var setting in manifest.Losses)
        {
            AddNote(null, TriggerConversionNoteKind.Setting, setting);
        }

        var triggers = _triggers.ToValueList();
        return new TriggerConversion
        {
            Deployment = manifest.Write(triggers.IsEmpty ? null : TriggerAnnotation.Write(triggers)),
            Triggers = triggers,
            Notes = _notes.ToValueList(),
        };
    }

    private void Convert(int index, DeploymentTriggerPolicy trigger)
    {
        if (trigger.ImageChangeParams is { } change)
        {
            Convert(index, change);
        }
        else if (trigger.Type == DeploymentTriggerPolicy.ConfigChangeType)
        {
            AddNote(index, TriggerConversionNoteKind.ConfigChange);
        }
        else
        {
            AddNote(index, TriggerConversionNoteKind.UnknownType, trigger.Type ?? "");
        }
    }

    private void Convert(int index, DeploymentTriggerImageChangeParams written)
    {
        var change = written with { From = written.CompleteFrom };
        if (change.From.Kind != ReferenceKinds.ImageStreamTag)
        {
            AddNote(index, TriggerConversionNoteKind.NotATag, change.From.Kind ?? "");
            return;
        }

        if (!change.Automatic)
        {
            AddNote(index, TriggerConversionNoteKind.Manual, change.From.Name ?? "");
        }

        if (!string.IsNullOrEmpty(change.LastTriggeredImage))
        {
            AddNote(index, TriggerConversionNoteKind.LastTriggeredImage, change.LastTriggeredImage);
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
            AddNote(index, TriggerConversionNoteKind.NoSuchContainer, container);
        }
        else if (!_fields.Add(path))
        {
            AddNote(index, TriggerConversionNoteKind.SecondTrigger, container);
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
            Namespace = TriggerReferences.Abbreviate(change.From.Namespace ?? "", config.Namespace),
        },
        FieldPath = path,
        Paused = !change.Automatic,
    };

    private void AddNote(int? index, TriggerConversionNoteKind kind, string subject = "") =>
        _notes.Add(new TriggerConversionNote { Kind = kind, Index = index, Subject = subject });
}
