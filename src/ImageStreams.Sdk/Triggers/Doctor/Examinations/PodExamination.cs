namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with the containers that triggers set.</summary>
/// <param name="findings">Where findings go.</param>
/// <param name="owners">Who owns which image.</param>
internal sealed class PodExamination(ObjectFindings findings, ImageOwners owners)
{
    /// <summary>The first trigger of each container, by the container's path, and the tag that it names.</summary>
    private readonly Dictionary<string, (int Trigger, string Tag)> _first = new(StringComparer.Ordinal);

    private readonly HashSet<string> _filled = new(StringComparer.Ordinal);

    /// <summary>Looks at a container that an automatic trigger sets.</summary>
    /// <param name="container">The container.</param>
    /// <param name="trigger">The position of the trigger.</param>
    /// <param name="path">Where the trigger stands.</param>
    /// <param name="reference">What it listens to.</param>
    /// <param name="fills">Whether it gives the container an image, as things are.</param>
    public void Examine(PodContainer container, int trigger, string path, TriggerReference reference, bool fills)
    {
        var tag = $"{reference.Namespace}/{reference.Name}";
        if (!_first.TryAdd(container.Path, (trigger, tag)) && _first[container.Path] is var first && first.Tag != tag)
        {
            findings.Add(TriggerRules.SameContainer, path,
                FindingTexts.SameContainer(container.Name, first.Trigger, first.Tag, tag), reference.Tag);
        }

        if (fills)
        {
            _filled.Add(container.Path);
        }

        if (reference.Tag is not null)
        {
            ExamineOwners(container, reference);
        }
    }

    /// <summary>Looks for containers without an image, after all triggers.</summary>
    public void ExamineBlanks(IEnumerable<PodContainer> containers)
    {
        foreach (var container in containers.Where(one => one.IsBlank && !_filled.Contains(one.Path)))
        {
            findings.Add(TriggerRules.BlankImage, $"{container.Path}.image", FindingTexts.BlankImage(container.Name));
        }
    }

    private void ExamineOwners(PodContainer container, TriggerReference reference)
    {
        foreach (var owner in owners.GetOwners(container))
        {
            if (owner.Operation == ImageOwners.Apply)
            {
                findings.Add(TriggerRules.AppliedByAnother, $"{container.Path}.image",
                    FindingTexts.AppliedByAnother(owner.Manager, container.Name), reference.Tag);
            }
            else if (!container.IsBlank)
            {
                findings.Add(TriggerRules.WrittenByAnother, $"{container.Path}.image",
                    FindingTexts.WrittenByAnother(owner.Manager, container.Name), reference.Tag);
            }
        }
    }
}
