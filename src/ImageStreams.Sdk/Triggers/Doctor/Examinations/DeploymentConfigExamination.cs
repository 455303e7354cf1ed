using System.Globalization;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with the triggers of a deployment configuration.</summary>
internal sealed class DeploymentConfigExamination
{
    private readonly DeploymentConfig _config;
    private readonly DoctorContext _context;
    private readonly ObjectFindings _findings;
    private readonly PodExamination _pods;
    private readonly Dictionary<string, PodContainer> _byName;

    /// <summary>The first two triggers whose tags hold everything back.</summary>
    private int[] _blockers = [];

    public DeploymentConfigExamination(DeploymentConfig config, DoctorContext context)
    {
        (_config, _context) = (config, context);
        _findings = context.ForObject(DeploymentConfig.KindName, config.Metadata.Namespace, config.Metadata.Name);
        _pods = new PodExamination(_findings, new ImageOwners(config.Metadata.ManagedFields, DeploymentConfig.PodSpecPath));
        _byName = PodContainer.FromDeploymentConfig(config)
            .DistinctBy(container => container.Name)
            .ToDictionary(container => container.Name, StringComparer.Ordinal);
    }

    /// <summary>Looks at one that is among all that runs pods, whose fields need not fit.</summary>
    public static void Examine(Workload workload, DoctorContext context)
    {
        try
        {
            var config = ImageStreamJson.Deserialize<DeploymentConfig>(workload.Utf8);
            new DeploymentConfigExamination(config, context).Run();
        }
        catch (WireFormatException e)
        {
            var path = (e.Path ?? "").TrimStart('$', '.');
            context.ForObject(workload.Kind, workload.Namespace, workload.Name)
                .Add(TriggerRules.UnreadableObject, path, FindingTexts.UnreadableObject(e));
        }
    }

    public void Run()
    {
        WorkloadExamination.ExamineUnwatched(
            _findings, DeploymentConfig.KindName, _config.Metadata.Annotations.GetValueOrDefault(ObjectFieldTrigger.AnnotationName));
        var triggers = _config.Spec.Triggers;
        _blockers = [.. Enumerable.Range(0, triggers.Count).Where(i => Blocks(triggers[i].ImageChangeParams)).Take(2)];
        for (var i = 0; i < triggers.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.triggers[{i}].imageChangeParams");
            if (triggers[i].ImageChangeParams is { } change)
            {
                Examine(i, change, path);
            }
            else if (triggers[i].Type == DeploymentTriggerPolicy.ImageChangeType)
            {
                _findings.Add(TriggerRules.NoParameters, path, FindingTexts.NoParameters);
            }
        }

        ExamineObject();
        _pods.ExamineBlanks(_byName.Values);
    }

    private void Examine(int index, DeploymentTriggerImageChangeParams change, string path)
    {
        var reference = Read(change);
        var problems = reference.FindProblems(correctsKind: !change.Automatic || !LacksImage(change, reference));
        _findings.Add(problems, $"{path}.from", reference.Tag);
        if (change.Automatic)
        {
            ExamineAutomatic(index, reference, path);
        }
        else
        {
            _findings.Add(TriggerRules.ManualTrigger, $"{path}.automatic", FindingTexts.ManualTrigger, reference.Tag);
        }

        ExamineContainers(index, change, path, reference);
    }

    private void ExamineAutomatic(int index, TriggerReference reference, string path)
    {
        if (reference.Examine() is { } check)
        {
            _findings.Add(check, path);
        }

        if (FindBlocker(index) is { } blocker)
        {
            _findings.Add(TriggerRules.HeldBack, path, FindingTexts.HeldBack(blocker), reference.Tag);
        }
    }

    private void ExamineContainers(int index, DeploymentTriggerImageChangeParams change, string path, TriggerReference reference)
    {
        if (change.ContainerNames.IsEmpty)
        {
            _findings.Add(TriggerRules.NoContainers, $"{path}.containerNames", FindingTexts.NoContainers, reference.Tag);
        }

        var isFilled = change.Automatic && _blockers is [] && !reference.HasWrongKind;
        for (var i = 0; i < change.ContainerNames.Count; i++)
        {
            var name = change.ContainerNames[i];
            if (!_byName.TryGetValue(name, out var container))
            {
                var fieldPath = string.Create(CultureInfo.InvariantCulture, $"{path}.containerNames[{i}]");
                _findings.Add(TriggerRules.NoSuchContainer, fieldPath, FindingTexts.NoSuchContainer(name), reference.Tag);
            }
            else if (change.Automatic)
            {
                _pods.Examine(container, index, path, reference, isFilled);
            }
        }
    }

    private void ExamineObject()
    {
        if (!_config.Spec.Triggers.Any(trigger => trigger.ImageChangeParams is { Automatic: true }))
        {
            return;
        }

        if (_config.Spec.Paused)
        {
            _findings.Add(TriggerRules.PausedObject, "spec.paused", FindingTexts.PausedObject);
        }

        if (_config.Metadata.OwnerReferences.Any(owner => owner.Controller == true))
        {
            _findings.Add(TriggerRules.ControlledObject, "metadata.ownerReferences", FindingTexts.ControlledObject);
        }
    }

    /// <summary>The trigger that holds another one back.</summary>
    private int? FindBlocker(int index) => _blockers switch
    {
        [var first, ..] when first != index => first,
        [_, var second] => second,
        _ => null,
    };

    /// <summary>Whether nothing is rolled out for want of the trigger's image.</summary>
    private bool Blocks(DeploymentTriggerImageChangeParams? change) =>
        change is { Automatic: true, From.Kind: ReferenceKinds.ImageStreamTag } && LacksImage(change, Read(change));

    /// <summary>Whether there is no image for the trigger's containers, and never was.</summary>
    private static bool LacksImage(DeploymentTriggerImageChangeParams change, TriggerReference reference) =>
        string.IsNullOrEmpty(change.LastTriggeredImage) && !reference.Resolves;

    private TriggerReference Read(DeploymentTriggerImageChangeParams change) =>
        new(change.From, _findings.Namespace, _context.Tags);
}
