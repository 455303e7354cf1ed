using System.Globalization;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of the triggers of a deployment configuration.</summary>
internal sealed class DeploymentConfigExamination
{
    /// <summary>The type of a trigger that does nothing on purpose.</summary>
    private const string Manual = "Manual";

    private readonly DeploymentConfig _config;
    private readonly DoctorContext _context;
    private readonly ObjectFindings _findings;
    private readonly PodExamination _pods;
    private readonly Dictionary<string, PodContainer> _byName;
    private readonly BlockingTriggers _blockers;

    /// <summary>The triggers to whose image neither a build nor the import of a repository leads.</summary>
    private readonly BlockingTriggers _blocksForLong;

    public DeploymentConfigExamination(DeploymentConfig config, DoctorContext context)
    {
        _config = config;
        _context = context;
        _findings = context.ForObject(DeploymentConfig.KindName, config.Metadata.Namespace, config.Metadata.Name);
        _pods = new PodExamination(_findings, new ImageOwners(config.Metadata.ManagedFields, DeploymentConfig.PodSpecPath));
        _byName = PodContainer.FromDeploymentConfig(config)
            .DistinctBy(container => container.Name)
            .ToDictionary(container => container.Name, StringComparer.Ordinal);
        _blockers = new BlockingTriggers(
            config.Spec.Triggers.Count, index => Blocks(config.Spec.Triggers[index].ImageChangeParams));
        _blocksForLong = new BlockingTriggers(
            config.Spec.Triggers.Count,
            index => config.Spec.Triggers[index].ImageChangeParams is { } change && Blocks(change) && !Read(change).IsPending);
    }

    /// <summary>Examines a workload of the kind DeploymentConfig, whose fields may be unreadable.</summary>
    public static void Examine(Workload workload, DoctorContext context)
    {
        try
        {
            new DeploymentConfigExamination(workload.ReadDeploymentConfig(), context).Run();
        }
        catch (WireFormatException e)
        {
            context.ForObject(workload.Kind, workload.Namespace, workload.Name)
                .Add(TriggerRules.UnreadableObject, (e.Path ?? "").TrimStart('$', '.'), tag: null, e.Message);
        }
    }

    public void Run()
    {
        var annotation = _config.Metadata.Annotations.GetValueOrDefault(ObjectFieldTrigger.AnnotationName);
        WorkloadExamination.CheckUnwatched(_findings, DeploymentConfig.KindName, annotation);
        for (var i = 0; i < _config.Spec.Triggers.Count; i++)
        {
            ExamineTrigger(i, _config.Spec.Triggers[i], string.Create(CultureInfo.InvariantCulture, $"spec.triggers[{i}]"));
        }

        if (_config.Spec.Triggers.Any(trigger => trigger.ImageChangeParams is { Automatic: true }))
        {
            ObjectExamination.CheckPaused(_findings, _config.Spec.Paused);
            ObjectExamination.CheckController(
                _findings, _config.Metadata.OwnerReferences.Any(owner => owner.Controller == true));
        }

        _pods.CheckBlanks(_byName.Values);
    }

    private void ExamineTrigger(int index, DeploymentTriggerPolicy trigger, string path)
    {
        if (CheckMisplaced(trigger, path))
        {
            return;
        }

        CheckType(trigger, path);
        var parametersPath = $"{path}.imageChangeParams";
        if (trigger.ImageChangeParams is { } change)
        {
            Examine(index, change, parametersPath);
        }
        else if (trigger.Type == DeploymentTriggerPolicy.ImageChangeType)
        {
            _findings.Add(TriggerRules.NoParameters, parametersPath);
        }
    }

    /// <summary>Checks that the type exists; OpenShift compares it exactly, and accepts any text.</summary>
    private void CheckType(DeploymentTriggerPolicy trigger, string path)
    {
        if (trigger.Type is not (DeploymentTriggerPolicy.ImageChangeType or DeploymentTriggerPolicy.ConfigChangeType or Manual))
        {
            var typePath = $"{path}.type";
            var correction = FindMeantType(trigger) is { } meant
                ? new TriggerCorrection { Path = typePath, Value = JsonLiteral.FromText(meant) }
                : null;
            _findings.AddCorrected(
                TriggerRules.UnknownType, typePath, tag: null, correction, trigger.Type, FindingTexts.ExplainType(trigger));
        }
    }

    /// <summary>Finds the type that was meant; null when it is unclear, or the trigger has not what the type needs.</summary>
    private static string? FindMeantType(DeploymentTriggerPolicy trigger)
    {
        if (trigger.ImageChangeParams is not null)
        {
            return DeploymentTriggerPolicy.ImageChangeType;
        }

        return Misspelling.IsNear(trigger.Type ?? "", DeploymentTriggerPolicy.ConfigChangeType)
            ? DeploymentTriggerPolicy.ConfigChangeType
            : null;
    }

    /// <summary>Checks for fields that are misspelled or in the wrong place.</summary>
    /// <returns>True when the trigger gets a whole new text, which leaves nothing else to say of the old one.</returns>
    private bool CheckMisplaced(DeploymentTriggerPolicy trigger, string path)
    {
        if (!HasUnknownFields(trigger))
        {
            return false;
        }

        var scan = TriggerFieldScan.Run(trigger, TriggerFieldTables.Deployment);
        var found = scan.Found.ToList();
        var correction = scan.Correct(path);
        foreach (var field in found)
        {
            AddMisplaced(field, path, correction);
        }

        return correction is not null;
    }

    private static bool HasUnknownFields(DeploymentTriggerPolicy trigger) =>
        !trigger.UnknownFields.IsEmpty
        || trigger.ImageChangeParams is { UnknownFields.IsEmpty: false } or { From.UnknownFields.IsEmpty: false };

    private void AddMisplaced(MisplacedField field, string path, TriggerCorrection? correction)
    {
        if (field.IsHarmless)
        {
            _findings.Add(TriggerRules.IgnoredField, path + field.Path, tag: null, field.Name, field.Reason);
        }
        else
        {
            _findings.AddCorrected(
                TriggerRules.MisplacedField, path + field.Path, tag: null, correction, field.Name, field.Reason, "");
        }
    }

    private void Examine(int index, DeploymentTriggerImageChangeParams change, string path)
    {
        CheckStored(change, path);
        var reference = Read(change);
        var problems = reference.FindProblems(correctsKind: !change.Automatic || !LacksImage(change, reference));
        _findings.Add(problems, $"{path}.from", reference.Tag);
        if (change.Automatic)
        {
            ExamineAutomatic(index, reference, path);
        }
        else
        {
            _findings.Add(TriggerRules.ManualTrigger, $"{path}.automatic", reference.Tag);
        }

        CheckHasContainers(change, path, reference);
        ExamineContainers(index, change, path, reference);
    }

    private void CheckStored(DeploymentTriggerImageChangeParams change, string path)
    {
        var stored = change.CompleteFrom;
        if (change.From.Kind is { Length: > 0 } kind && kind != stored.Kind)
        {
            _findings.Add(TriggerRules.StoredOtherwise, $"{path}.from", tag: null, kind, change.From.Name, stored.Name);
        }
    }

    private void ExamineAutomatic(int index, TriggerReference reference, string path)
    {
        _findings.Add(reference.FindTagProblems(), path, reference.Tag);
        if (_blockers.FindFor(index) is { } blocker)
        {
            _findings.Add(TriggerRules.BlockedTrigger, path, reference.Tag, blocker);
        }
    }

    private void CheckHasContainers(DeploymentTriggerImageChangeParams change, string path, TriggerReference reference)
    {
        if (change.ContainerNames.IsEmpty)
        {
            _findings.Add(TriggerRules.NoContainers, $"{path}.containerNames", reference.Tag);
        }
    }

    private void ExamineContainers(int index, DeploymentTriggerImageChangeParams change, string path, TriggerReference reference)
    {
        var isFilled = change.Automatic && _blocksForLong.IsEmpty && !reference.HasWrongKind;
        for (var i = 0; i < change.ContainerNames.Count; i++)
        {
            var name = change.ContainerNames[i];
            if (!_byName.TryGetValue(name, out var container))
            {
                var namePath = string.Create(CultureInfo.InvariantCulture, $"{path}.containerNames[{i}]");
                _findings.Add(TriggerRules.NoSuchContainer, namePath, reference.Tag, name);
            }
            else if (change.Automatic)
            {
                _pods.Examine(container, index, path, reference, isFilled);
            }
        }
    }

    /// <summary>Determines whether nothing is rolled out because the trigger has no image.</summary>
    private bool Blocks(DeploymentTriggerImageChangeParams? change) =>
        change is { Automatic: true, CompleteFrom.Kind: ReferenceKinds.ImageStreamTag } && LacksImage(change, Read(change));

    /// <summary>Determines whether there is no image for the containers of the trigger, and never was.</summary>
    private static bool LacksImage(DeploymentTriggerImageChangeParams change, TriggerReference reference) =>
        string.IsNullOrEmpty(change.LastTriggeredImage) && !reference.Resolves;

    private TriggerReference Read(DeploymentTriggerImageChangeParams change) =>
        new(change.CompleteFrom, _findings.Namespace, _context.Tags);
}
