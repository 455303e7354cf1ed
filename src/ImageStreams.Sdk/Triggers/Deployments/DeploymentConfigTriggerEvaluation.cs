using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Evaluates the triggers of a deployment configuration one after the other.</summary>
/// <param name="config">The deployment configuration.</param>
/// <param name="tags">The lookup of the images that tags point to.</param>
/// <param name="isStored">True to read references as an API server completes them.</param>
internal sealed class DeploymentConfigTriggerEvaluation(DeploymentConfig config, ITagLookup tags, bool isStored)
{
    private readonly List<DeploymentConfigTriggerOutcome> _outcomes = [];
    private readonly DeploymentTriggerPolicy[] _triggers = [.. config.Spec.Triggers];
    private readonly ContainerImages _images = new(config.Spec.Template?.Spec ?? PodSpec.Default);
    private bool _hasFired;
    private bool _isUnresolvable;

    public DeploymentConfigTriggerResult Result
    {
        get
        {
            var outcomes = _outcomes.ToValueList();
            if (_isUnresolvable)
            {
                return new DeploymentConfigTriggerResult.Unresolvable { Triggers = outcomes };
            }

            return _hasFired
                ? new DeploymentConfigTriggerResult.Changed { Triggers = outcomes, DeploymentConfig = ChangedConfig }
                : new DeploymentConfigTriggerResult.NoChange { Triggers = outcomes };
        }
    }

    private DeploymentConfig ChangedConfig => config with
    {
        Spec = config.Spec with
        {
            Triggers = ValueList<DeploymentTriggerPolicy>.Own(_triggers),
            Template = config.Spec.Template is { } template ? template with { Spec = _images.Pods } : null,
        },
    };

    public void Add(int index, DeploymentTriggerImageChangeParams change) => _outcomes.Add(Evaluate(index, change));

    private DeploymentConfigTriggerOutcome Evaluate(int index, DeploymentTriggerImageChangeParams change)
    {
        var source = isStored ? change.CompleteFrom : change.From;
        if (source.Kind != ReferenceKinds.ImageStreamTag)
        {
            return CreateOutcome(index, source, TriggerStatus.NotATag);
        }

        return change.Automatic ? EvaluateAutomatic(index, change, source) : CreateOutcome(index, source, TriggerStatus.Paused);
    }

    private DeploymentConfigTriggerOutcome EvaluateAutomatic(
        int index, DeploymentTriggerImageChangeParams change, ObjectReference source)
    {
        var last = change.LastTriggeredImage ?? "";
        var found = tags.Find(source.NamespaceOr(config.Namespace), source.Name ?? "");
        if (found.PullSpec is null && last.Length == 0)
        {
            _isUnresolvable = true;
            return CreateOutcome(index, source, found.MissingStatus);
        }

        var pullSpec = string.IsNullOrEmpty(found.PullSpec) ? last : found.PullSpec;
        var fires = SetImages(index, change, pullSpec);
        _hasFired |= fires;
        return CreateOutcome(index, source, fires ? TriggerStatus.Fires : TriggerStatus.Unchanged, pullSpec);
    }

    private bool SetImages(int index, DeploymentTriggerImageChangeParams change, string pullSpec)
    {
        var fires = (change.LastTriggeredImage ?? "") != pullSpec;
        if (fires)
        {
            _triggers[index] = _triggers[index] with { ImageChangeParams = change with { LastTriggeredImage = pullSpec } };
        }

        foreach (var name in change.ContainerNames)
        {
            fires |= _images.Set(name, pullSpec);
        }

        return fires;
    }

    private static DeploymentConfigTriggerOutcome CreateOutcome(
        int index, ObjectReference source, TriggerStatus status, string? pullSpec = null) =>
        new() { Index = index, From = source, Status = status, PullSpec = pullSpec };

    /// <summary>The images of the containers while triggers set them, by container name.</summary>
    /// <remarks>
    /// Once a trigger has set a name, all containers of that name have the same image; setting it again takes constant time,
    /// however many there are.
    /// </remarks>
    private sealed class ContainerImages(PodSpec pods)
    {
        private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal);
        private readonly ILookup<string, string> _images =
            pods.InitContainers.Concat(pods.Containers).ToLookup(one => one.Name, one => one.Image ?? "", StringComparer.Ordinal);

        /// <summary>The pods with the images that were set.</summary>
        public PodSpec Pods => pods with
        {
            InitContainers = pods.InitContainers.Map(WithImage),
            Containers = pods.Containers.Map(WithImage),
        };

        /// <summary>Sets the image of all containers of a name.</summary>
        /// <returns>True when one of them had another image.</returns>
        public bool Set(string name, string image)
        {
            var isChanged = _set.TryGetValue(name, out var before)
                ? before != image && _images.Contains(name)
                : _images[name].Any(one => one != image);
            _set[name] = image;
            return isChanged;
        }

        private Container WithImage(Container container) =>
            _set.TryGetValue(container.Name, out var image) && image != (container.Image ?? "")
                ? container with { Image = image }
                : container;
    }
}
