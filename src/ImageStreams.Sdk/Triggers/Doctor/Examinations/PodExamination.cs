namespace ImageStreams.Triggers;

/// <summary>Finds the problems of the containers that triggers set.</summary>
/// <param name="findings">The findings on the object.</param>
/// <param name="owners">The owners of the images.</param>
internal sealed class PodExamination(ObjectFindings findings, ImageOwners owners)
{
    /// <summary>The first trigger of each container, by the path of the container, and the tag that it names.</summary>
    private readonly Dictionary<string, (int Trigger, string Tag)> _first = new(StringComparer.Ordinal);

    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    /// <summary>Examines a container that an automatic trigger sets.</summary>
    /// <param name="container">The container.</param>
    /// <param name="trigger">The position of the trigger.</param>
    /// <param name="path">The path of the trigger.</param>
    /// <param name="reference">The reference of the trigger.</param>
    /// <param name="fills">True when the trigger sets the image in the current state.</param>
    public void Examine(PodContainer container, int trigger, string path, TriggerReference reference, bool fills)
    {
        CheckSameContainer(container, trigger, path, reference);
        if (fills)
        {
            _filled.Add(container.Path);
        }

        if (reference.Tag is not null)
        {
            CheckOwners(container, reference);
        }
    }

    /// <summary>Checks for containers without an image, after all triggers.</summary>
    public void CheckBlanks(IEnumerable<PodContainer> containers)
    {
        foreach (var container in containers.Where(one => one.IsBlank && !_filled.Contains(one.Path)))
        {
            findings.Add(TriggerRules.BlankImage, $"{container.Path}.image", tag: null, container.Name);
        }
    }

    private void CheckSameContainer(PodContainer container, int trigger, string path, TriggerReference reference)
    {
        var tag = $"{reference.Namespace}/{reference.Name}";
        if (_first.TryAdd(container.Path, (trigger, tag)))
        {
            return;
        }

        var first = _first[container.Path];
        if (first.Tag != tag)
        {
            findings.Add(TriggerRules.SameContainer, path, reference.Tag, first.Trigger, container.Name, first.Tag, tag);
        }
    }

    private void CheckOwners(PodContainer container, TriggerReference reference)
    {
        foreach (var owner in owners.GetOwners(container))
        {
            var isApplied = owner.Operation == ImageOwners.Apply;
            if (isApplied || !container.IsBlank)
            {
                var rule = isApplied ? TriggerRules.AppliedByAnother : TriggerRules.WrittenByAnother;
                findings.Add(rule, $"{container.Path}.image", reference.Tag, owner.Manager, container.Name);
            }
        }
    }
}
