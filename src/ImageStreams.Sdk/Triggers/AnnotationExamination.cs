using System.Globalization;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with the trigger annotation of an object on which it is watched.</summary>
internal sealed class AnnotationExamination
{
    public const string Path = $"metadata.annotations['{ObjectFieldTrigger.AnnotationName}']";

    private readonly Workload _workload;
    private readonly DoctorContext _context;
    private readonly ObjectFindings _findings;
    private readonly PodExamination _pods;
    private readonly string _text;
    private readonly byte[] _utf8;
    private readonly PodContainers _containers;
    private readonly List<AnnotationEntry> _entries;
    private readonly AnnotationMending _mending;
    private readonly List<AnnotationFinding> _found = [];

    /// <summary>The field paths that triggers have or are to get, each with the first trigger that has it.</summary>
    private readonly Dictionary<string, int> _fieldPaths = new(StringComparer.Ordinal);

    private ValueList<ObjectFieldTrigger> _triggers;

    /// <summary>The first two triggers for which OpenShift changes nothing of the object.</summary>
    private int[] _blockers = [];

    public AnnotationExamination(
        Workload workload, string text, DoctorContext context, ObjectFindings findings, PodExamination pods)
    {
        (_workload, _context, _findings, _pods, _text) = (workload, context, findings, pods, text);
        _utf8 = Encoding.UTF8.GetBytes(text);
        _containers = new PodContainers(workload);
        _entries = AnnotationScan.Read(_utf8);
        _mending = new AnnotationMending(_utf8, _entries);
    }

    public void Run()
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            ExamineTexts(i);
        }

        if (TryRead())
        {
            ExamineAll();
        }

        var correction = _mending.Mended is { } mended ? ObjectFindings.Correct(Path, mended) : null;
        foreach (var found in _found)
        {
            _findings.Add(found.Rule, found.Path, found.Message, found.Tag, found.IsMended ? correction : null);
        }
    }

    private void ExamineTexts(int index)
    {
        foreach (var (span, text) in _entries[index].PausedTexts)
        {
            Add(TriggerRules.PausedIsText, PathOf(index, ".paused"), FindingTexts.PausedIsText(text), null,
                () => _mending.TryUnquote(span, text));
        }
    }

    /// <summary>Reads the triggers as if every <c>paused</c> were true or false.</summary>
    private bool TryRead()
    {
        try
        {
            var isReadable = _entries.TrueForAll(entry => entry.PausedTexts.Count == 0);
            _triggers = TriggerAnnotation.ParseList(isReadable ? _text : AnnotationMending.MakeReadable(_utf8, _entries));
            return true;
        }
        catch (TriggerAnnotationException e)
        {
            Add(TriggerRules.UnreadableAnnotation, Path + e.Place[1..], FindingTexts.UnreadableAnnotation(e));
            return false;
        }
    }

    private void ExamineAll()
    {
        for (var i = 0; i < _triggers.Count; i++)
        {
            _fieldPaths.TryAdd(_triggers[i].FieldPath, i);
        }

        _blockers = [.. Enumerable.Range(0, _triggers.Count).Where(HoldsBack).Take(2)];
        for (var i = 0; i < _triggers.Count; i++)
        {
            if (IsDuplicate(i))
            {
                ExamineDuplicate(i);
            }
            else
            {
                Examine(i);
            }
        }

        if (_triggers.Any(trigger => !trigger.Paused))
        {
            ExamineObject();
        }
    }

    private bool IsDuplicate(int index) => _fieldPaths[_triggers[index].FieldPath] < index;

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
            _pods.Examine(PodContainer.Of(container), index, PathOf(index), reference, fills);
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

    private void ExamineObject()
    {
        if (_workload is { IsHeld: true, Kind: not "CronJob" })
        {
            _findings.Add(TriggerRules.HeldObject, "spec.paused", FindingTexts.HeldObject);
        }

        if (_workload.HasController)
        {
            _findings.Add(TriggerRules.ControlledObject, "metadata.ownerReferences", FindingTexts.ControlledObject);
        }
    }

    /// <summary>Whether OpenShift changes nothing of the object because of this trigger.</summary>
    private bool HoldsBack(int index) => _entries[index].PausedTexts.Count > 0
        || IsDuplicate(index)
        || (!_triggers[index].Paused
            && _containers.Find(_triggers[index].FieldPath).Kind is PodFieldKind.Malformed or PodFieldKind.NoContainer
            && Read(index).Resolves);

    private TriggerReference Read(int index) => new(_triggers[index].From, _findings.Namespace, _context.Tags);

    private static string PathOf(int index, string field = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]{field}");

    /// <summary>Keeps a finding until everything is mended; what is silenced is not mended.</summary>
    private void Add(TriggerRule rule, string path, string message, ImageStreamTagName? tag = null, Func<bool>? mend = null)
    {
        if (!_context.IsSilenced(rule))
        {
            _found.Add(new AnnotationFinding(rule, path, message, tag, mend?.Invoke() == true));
        }
    }
}
