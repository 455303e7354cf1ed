using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of the triggers of a build configuration, as an API server stores it.</summary>
internal sealed class BuildConfigExamination(BuildConfig written, DoctorContext context)
{
    private readonly BuildConfig _build = written.Complete();

    private readonly ObjectFindings _findings =
        context.ForObject(BuildConfig.KindName, written.Metadata.Namespace, written.Metadata.Name);

    /// <summary>The first trigger on each tag.</summary>
    private readonly Dictionary<(string Namespace, string Name), int> _first = [];

    private bool _isBaseExamined;

    public void Run()
    {
        var annotation = written.Metadata.Annotations.GetValueOrDefault(ObjectFieldTrigger.AnnotationName);
        WorkloadExamination.CheckUnwatched(_findings, BuildConfig.KindName, annotation);
        for (var i = 0; i < _build.Spec.Triggers.Count; i++)
        {
            ExamineTrigger(i, string.Create(CultureInfo.InvariantCulture, $"spec.triggers[{i}]"));
        }

        new BuildReferenceExamination(written, _build, _findings, context.Tags).Run(_isBaseExamined);
    }

    private void ExamineTrigger(int index, string path)
    {
        var trigger = _build.Spec.Triggers[index];
        if (CheckMisplaced(index, path) || CheckType(trigger, path))
        {
            return;
        }

        if (trigger.ImageChange is { } change)
        {
            Examine(index, change, $"{path}.imageChange");
        }
        else if (trigger.LacksParameters)
        {
            ExamineWithoutParameters(index, trigger, $"{path}.imageChange");
        }
    }

    /// <summary>Examines a trigger that an API server rejects, or drops when the base image is no tag.</summary>
    private void ExamineWithoutParameters(int index, BuildTriggerPolicy trigger, string path)
    {
        if (_build.Spec.Keeps(trigger))
        {
            var correction = new TriggerCorrection { Path = path, Value = JsonLiteral.EmptyObject };
            _findings.AddCorrected(TriggerRules.NoParameters, path, tag: null, correction);
        }
        else
        {
            Examine(index, ImageChangeTrigger.Default, path);
        }
    }

    /// <summary>Checks for fields that are misspelled or in the wrong place.</summary>
    /// <returns>True when there is nothing more to say of the trigger.</returns>
    private bool CheckMisplaced(int index, string path)
    {
        var trigger = written.Spec.Triggers[index];
        if (!HasUnknownFields(trigger))
        {
            return false;
        }

        var scan = TriggerFieldScan.Run(trigger, TriggerFieldTables.Build);
        var found = scan.Found.ToList();
        var correction = scan.Correct(path);
        var isDropped = !_build.Spec.Keeps(_build.Spec.Triggers[index]) && found.Exists(field => !field.IsHarmless);
        foreach (var field in found)
        {
            AddMisplaced(field, path, isDropped, _build.Spec.Triggers[index], correction);
        }

        return isDropped || correction is not null;
    }

    private static bool HasUnknownFields(BuildTriggerPolicy trigger) =>
        !trigger.UnknownFields.IsEmpty
        || trigger.ImageChange is { UnknownFields.IsEmpty: false } or { From.UnknownFields.IsEmpty: false };

    private void AddMisplaced(
        MisplacedField field, string path, bool isDropped, BuildTriggerPolicy trigger, TriggerCorrection? correction)
    {
        var fieldPath = path + field.Path;
        if (field.IsHarmless)
        {
            _findings.Add(TriggerRules.IgnoredField, fieldPath, tag: null, field.Name, field.Reason);
        }
        else if (isDropped)
        {
            _findings.AddCorrected(
                TriggerRules.DroppedTrigger, fieldPath, tag: null, correction, FindingTexts.ExplainDropped(field, trigger));
        }
        else
        {
            _findings.AddCorrected(
                TriggerRules.MisplacedField, fieldPath, tag: null, correction, field.Name, field.Reason, ExplainInstead(trigger));
        }
    }

    /// <summary>Explains what a trigger listens to without its misplaced field.</summary>
    private string ExplainInstead(BuildTriggerPolicy trigger)
    {
        if (trigger.ImageChange is not { } change)
        {
            return "";
        }

        return change.From is { } from
            ? $"The trigger listens to {from.Name}."
            : $"The trigger listens to the base image {_build.Spec.Strategy.From?.Name} instead.";
    }

    /// <summary>Checks that the type of a trigger exists.</summary>
    /// <returns>True when it does not, and the trigger is dropped.</returns>
    private bool CheckType(BuildTriggerPolicy trigger, string path)
    {
        if (trigger.KnownType is not null)
        {
            return false;
        }

        var meansImageChange = trigger.ImageChange is not null
            || Misspelling.IsNear(trigger.Type, BuildTriggerPolicy.ImageChangeType);
        var correction = new TriggerCorrection
        {
            Path = $"{path}.type",
            Value = JsonLiteral.FromText(BuildTriggerPolicy.ImageChangeType),
        };
        _findings.AddCorrected(
            TriggerRules.DroppedTrigger,
            correction.Path,
            tag: null,
            meansImageChange ? correction : null,
            $"the type '{trigger.Type}' does not exist.");
        return true;
    }

    private void Examine(int index, ImageChangeTrigger change, string path)
    {
        if ((change.From ?? _build.Spec.Strategy.From) is not { } from)
        {
            _findings.Add(TriggerRules.NoBaseImage, path);
            return;
        }

        var isBase = change.From is null;
        _isBaseExamined |= isBase;
        if (isBase && BuildReferenceExamination.HasAppendedTag(written.Spec.Strategy.From, from))
        {
            from = written.Spec.Strategy.From! with { Kind = ReferenceKinds.ImageStreamTag };
        }

        var reference = new TriggerReference(from, _findings.Namespace, context.Tags);
        var fromPath = isBase ? BuildInputs.GetBasePath(_build) : $"{path}.from";
        _findings.Add(reference.FindProblems(isBase), fromPath, reference.Tag);
        CheckEqual(index, reference, path);
        if (change.Paused)
        {
            _findings.Add(TriggerRules.PausedTrigger, $"{path}.paused", reference.Tag);
        }
        else
        {
            _findings.Add(reference.FindTagProblems(), path, reference.Tag);
        }
    }

    private void CheckEqual(int index, TriggerReference reference, string path)
    {
        var key = (reference.Namespace, reference.Name);
        if (!_first.TryAdd(key, index))
        {
            _findings.Add(TriggerRules.EqualTriggers, path, reference.Tag, _first[key]);
        }
    }
}
