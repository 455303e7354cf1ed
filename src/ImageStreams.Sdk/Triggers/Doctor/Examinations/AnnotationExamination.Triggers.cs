using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>One trigger of the annotation.</content>
internal sealed partial class AnnotationExamination
{
    private void ExamineDuplicate(int index)
    {
        var (trigger, first) = (_triggers[index], _fieldPaths[_triggers[index].FieldPath]);
        Add(TriggerRules.DuplicateField, GetPath(index, ".fieldPath"), FindingTexts.DuplicateField(first), Read(index).Tag,
            () => trigger == _triggers[first] && _correction.TryRemove(index));
    }

    private void Examine(int index)
    {
        var (trigger, reference) = (_triggers[index], Read(index));
        foreach (var problem in reference.FindProblems())
        {
            Add(problem.Rule, GetPath(index, $".from.{problem.Field}"), problem.Message, reference.Tag,
                () => problem.Corrected is { } corrected && _correction.TryReplaceReferenceField(index, problem.Field, corrected));
        }

        var container = ExamineField(index, trigger.FieldPath, reference.Tag);
        if (_entries[index].HasPauseField && !trigger.Paused)
        {
            Add(TriggerRules.MisspelledPause, GetPath(index, ".pause"), FindingTexts.MisspelledPause, reference.Tag);
        }

        if (trigger.Paused)
        {
            Add(TriggerRules.PausedTrigger, GetPath(index, ".paused"), FindingTexts.PausedTrigger, reference.Tag);
            return;
        }

        ExamineAutomatic(index, reference);
        if (container is not null)
        {
            var fills = reference.CanFire && reference.Resolves && _blockers is [];
            _deferred.Add(() => _pods.Examine(PodContainer.FromWorkloadContainer(container), index, GetPath(index), reference, fills));
        }
    }

    private void ExamineAutomatic(int index, TriggerReference reference)
    {
        foreach (var problem in reference.Examine()?.Problems ?? [])
        {
            Add(problem.Rule, GetPath(index, ".from"), problem.Message, reference.Tag);
        }

        if (_blockers.Any(blocker => blocker != index))
        {
            var blocker = _blockers.First(one => one != index);
            Add(TriggerRules.HeldBack, GetPath(index), FindingTexts.HeldBack(blocker), reference.Tag);
        }
    }

    /// <summary>Looks where a field path leads.</summary>
    /// <returns>The container, after mending; null when it leads to none.</returns>
    private WorkloadContainer? ExamineField(int index, string fieldPath, ImageStreamTagName? tag)
    {
        var field = _containers.Find(fieldPath);
        if (field.Target is { } target)
        {
            return target;
        }

        var corrected = FieldPathCorrection.Find(fieldPath, _workload.PodSpecPath, _containers);
        var (rule, message) = GetFieldProblem(field.Kind, fieldPath);
        Add(rule, GetPath(index, ".fieldPath"), message, tag,
            () => corrected is not null && _fieldPaths.TryAdd(corrected, index) && _correction.TryReplaceFieldPath(index, corrected));
        return corrected is null ? null : _containers.Find(corrected).Target;
    }

    private (TriggerRule Rule, string Message) GetFieldProblem(PodFieldKind kind, string fieldPath) =>
        kind == PodFieldKind.OutsidePods
            ? (TriggerRules.FieldOutsidePods, FindingTexts.FieldOutsidePods(fieldPath, _workload.PodSpecPath))
        : fieldPath.Contains('\'', StringComparison.Ordinal) ? (TriggerRules.SingleQuotes, FindingTexts.SingleQuotes(fieldPath))
        : kind == PodFieldKind.Malformed ? (TriggerRules.FieldIsNoImage, FindingTexts.FieldIsNoImage(fieldPath))
        : (TriggerRules.NoSuchContainer, FindingTexts.NoSuchField(fieldPath));

    private bool IsDuplicate(int index) => _fieldPaths[_triggers[index].FieldPath] < index;

    /// <summary>Whether OpenShift changes nothing of the object because of this trigger.</summary>
    private bool Blocks(int index) => _entries[index].PausedTexts.Count > 0
        || IsDuplicate(index)
        || (!_triggers[index].Paused
            && _containers.Find(_triggers[index].FieldPath).Kind is PodFieldKind.Malformed or PodFieldKind.NoContainer
            && Read(index).Resolves);
}
