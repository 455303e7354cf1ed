using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <content>One trigger of the annotation.</content>
internal sealed partial class AnnotationExamination
{
    private void ExamineDuplicate(int index)
    {
        var (trigger, first) = (_triggers[index], _fieldPaths[_triggers[index].FieldPath]);
        Add(TriggerRules.DuplicateField, PathOf(index, ".fieldPath"), FindingTexts.DuplicateField(first), Read(index).Tag,
            () => trigger == _triggers[first] && _mending.TryRemove(index));
    }

    private void Examine(int index)
    {
        var (trigger, reference) = (_triggers[index], Read(index));
        foreach (var problem in reference.Problems())
        {
            Add(problem.Rule, PathOf(index, $".from.{problem.Field}"), problem.Message, reference.Tag,
                () => problem.Mended is { } mended && _mending.TryPut(index, problem.Field, mended));
        }

        var container = ExamineField(index, trigger.FieldPath, reference.Tag);
        if (_entries[index].SaysPause && !trigger.Paused)
        {
            Add(TriggerRules.MisspeltPause, PathOf(index, ".pause"), FindingTexts.MisspeltPause, reference.Tag);
        }

        if (trigger.Paused)
        {
            Add(TriggerRules.PausedTrigger, PathOf(index, ".paused"), FindingTexts.PausedTrigger, reference.Tag);
            return;
        }

        ExamineAutomatic(index, reference);
        if (container is not null)
        {
            var fills = reference.CanFire && reference.Resolves && _blockers is [];
            _later.Add(() => _pods.Examine(PodContainer.Of(container), index, PathOf(index), reference, fills));
        }
    }

    private void ExamineAutomatic(int index, TriggerReference reference)
    {
        foreach (var problem in reference.Check()?.Problems ?? [])
        {
            Add(problem.Rule, PathOf(index, ".from"), problem.Message, reference.Tag);
        }

        if (_blockers.Any(blocker => blocker != index))
        {
            var blocker = _blockers.First(one => one != index);
            Add(TriggerRules.HeldBack, PathOf(index), FindingTexts.HeldBack(blocker), reference.Tag);
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

        var mended = FieldPathMending.Find(fieldPath, _workload.PodSpecPath, _containers);
        var (rule, message) = FieldProblem(field.Kind, fieldPath);
        Add(rule, PathOf(index, ".fieldPath"), message, tag,
            () => mended is not null && _fieldPaths.TryAdd(mended, index) && _mending.TryPutFieldPath(index, mended));
        return mended is null ? null : _containers.Find(mended).Target;
    }

    private (TriggerRule Rule, string Message) FieldProblem(PodFieldKind kind, string fieldPath) =>
        kind == PodFieldKind.OutsidePods
            ? (TriggerRules.FieldOutsidePods, FindingTexts.FieldOutsidePods(fieldPath, _workload.PodSpecPath))
        : fieldPath.Contains('\'', StringComparison.Ordinal) ? (TriggerRules.SingleQuotes, FindingTexts.SingleQuotes(fieldPath))
        : kind == PodFieldKind.Malformed ? (TriggerRules.FieldIsNoImage, FindingTexts.FieldIsNoImage(fieldPath))
        : (TriggerRules.NoSuchContainer, FindingTexts.NoSuchField(fieldPath));

    private bool IsDuplicate(int index) => _fieldPaths[_triggers[index].FieldPath] < index;

    /// <summary>Whether OpenShift changes nothing of the object because of this trigger.</summary>
    private bool HoldsBack(int index) => _entries[index].PausedTexts.Count > 0
        || IsDuplicate(index)
        || (!_triggers[index].Paused
            && _containers.Find(_triggers[index].FieldPath).Kind is PodFieldKind.Malformed or PodFieldKind.NoContainer
            && Read(index).Resolves);
}
