using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tool;

/// <summary>Finds digests in the status of streams: by the triggers of a container, or by the name that a tag follows.</summary>
internal sealed class StatusPins
{
    private const string FromStatus = "from status";

    private readonly StreamTagLookup _lookup;
    private readonly Dictionary<ImageReference, string> _imported = new(DockerReferenceComparer.Instance);
    private readonly Dictionary<ManifestObject, Dictionary<string, string>> _triggered = [];

    public StatusPins(LoadedInput input)
    {
        _lookup = new StreamTagLookup(input.Manifests.Streams, input.Settings.RegistryHost ?? "") { AcceptUnversioned = true };
        foreach (var stream in input.Manifests.Streams)
        {
            AddImported(stream);
        }
    }

    /// <summary>Pins a name; without an item of the status, the name stays as it is.</summary>
    public PinItem Pin(PinItem item)
    {
        if (item.Kind == PinKind.Container && FindTriggered(item) is { } triggered)
        {
            return item with { After = triggered, Reason = "by its trigger, from status" };
        }

        if (item.Reason.Length > 0 || !ImageReference.TryParse(item.Question ?? item.Before, out var reference)
            || !_imported.TryGetValue(reference, out var imported))
        {
            return item;
        }

        return item.Mention is null
            ? item with { After = imported, Reason = FromStatus }
            : item.Pin(ImageReference.Parse(imported).Id, FromStatus);
    }

    private void AddImported(ImageStream stream)
    {
        foreach (var tag in stream.Spec.Tags)
        {
            if (tag.From is { Kind: ReferenceKinds.DockerImage } from
                && ImageReference.TryParse(from.Name, out var reference)
                && stream.Status.Tags.Find(tag.Name)?.Items is [var latest, ..]
                && PinCandidates.IsPinned(latest.DockerImageReference))
            {
                _imported.TryAdd(reference, latest.DockerImageReference);
            }
        }
    }

    private string? FindTriggered(PinItem item)
    {
        var source = item.Source!;
        if (!_triggered.TryGetValue(source, out var images))
        {
            images = EvaluateTriggers(source)
                .Where(container => PinCandidates.IsPinned(container.Image))
                .ToDictionary(container => $"{container.Path}.image", container => container.Image!, StringComparer.Ordinal);
            _triggered.Add(source, images);
        }

        return images.GetValueOrDefault(item.Path);
    }

    /// <summary>Evaluates the triggers of an object: its containers with the images that they must have.</summary>
    private ValueList<WorkloadContainer> EvaluateTriggers(ManifestObject source) => source.Value switch
    {
        DeploymentConfig config when DeploymentConfigTriggers.Evaluate(config, _lookup) is DeploymentConfigTriggerResult.Changed changed =>
            Workload.Parse(ImageStreamJson.SerializeToUtf8Bytes(changed.DeploymentConfig.WithTypeMeta())).Containers,
        Workload workload when WorkloadTriggers.Evaluate(workload, _lookup) is WorkloadTriggerResult.Changed changed =>
            changed.Workload.Containers,
        _ => [],
    };
}
