using System.Text;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of the trigger annotation of an object whose annotation is watched.</summary>
internal sealed class AnnotationExamination
{
    private readonly Workload _workload;
    private readonly DoctorContext _context;
    private readonly ObjectFindings _objectFindings;
    private readonly PodExamination _pods;
    private readonly string _text;
    private readonly byte[] _utf8;
    private readonly PodContainers _containers;
    private readonly List<AnnotationEntry> _entries;
    private readonly AnnotationCorrection _correction;
    private readonly AnnotationFindings _findings;

    /// <summary>The examinations of the containers, whose findings come after those in the annotation.</summary>
    private readonly List<Action> _deferred = [];

    /// <summary>The field paths of the triggers, before and after corrections, each with its first trigger.</summary>
    private readonly Dictionary<string, int> _fieldPaths = new(StringComparer.Ordinal);

    private ValueList<ObjectFieldTrigger> _triggers;
    private BlockingTriggers _blockers;

    public AnnotationExamination(
        Workload workload, string text, DoctorContext context, ObjectFindings findings, PodExamination pods)
    {
        _workload = workload;
        _context = context;
        _objectFindings = findings;
        _pods = pods;
        _text = text;
        _utf8 = Encoding.UTF8.GetBytes(text);
        _containers = new PodContainers(workload);
        _entries = AnnotationScanner.Read(_utf8);
        _correction = new AnnotationCorrection(_utf8, _entries);
        _findings = new AnnotationFindings(context, findings, _correction);
    }

    public void Run()
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            CheckPausedTexts(i);
        }

        if (TryRead())
        {
            ExamineTriggers();
        }

        _findings.Report();
        if (_triggers.Any(trigger => !trigger.Paused))
        {
            ObjectExamination.CheckPaused(_objectFindings, _workload is { IsPaused: true, Kind: not "CronJob" });
            ObjectExamination.CheckController(_objectFindings, _workload.HasController);
        }

        _deferred.ForEach(examine => examine());
    }

    /// <summary>Reads the triggers as if every <c>paused</c> were true or false.</summary>
    private bool TryRead()
    {
        try
        {
            var isReadable = _entries.TrueForAll(entry => entry.PausedTexts.Count == 0);
            _triggers = TriggerAnnotation.ParseList(isReadable ? _text : AnnotationCorrection.MakeReadable(_utf8, _entries));
            return true;
        }
        catch (TriggerAnnotationException e)
        {
            _findings.Add(TriggerRules.UnreadableAnnotation, AnnotationFindings.Path + e.Path[1..], tag: null, e.Message);
            return false;
        }
    }

    private void ExamineTriggers()
    {
        for (var i = 0; i < _triggers.Count; i++)
        {
            _fieldPaths.TryAdd(_triggers[i].FieldPath, i);
        }

        _blockers = new BlockingTriggers(_triggers.Count, Blocks);
        for (var i = 0; i < _triggers.Count; i++)
        {
            if (IsDuplicate(i))
            {
                AddDuplicate(i);
            }
            else
            {
                Examine(i, _triggers[i], Read(i));
            }
        }
    }

    private void Examine(int index, ObjectFieldTrigger trigger, TriggerReference reference)
    {
        if (CheckMisplaced(index, reference))
        {
            return;
        }

        CheckReference(index, reference);
        var container = CheckField(index, trigger.FieldPath, reference.Tag);
        CheckPauseField(index, trigger, reference);
        if (trigger.Paused)
        {
            _findings.Add(TriggerRules.PausedTrigger, AnnotationFindings.GetPath(index, ".paused"), reference.Tag);
            return;
        }

        CheckTag(index, reference);
        CheckBlocked(index, reference);
        if (container is not null)
        {
            DeferContainer(index, reference, PodContainer.FromWorkloadContainer(container));
        }
    }

    private void DeferContainer(int index, TriggerReference reference, PodContainer container)
    {
        var fills = reference.CanFire && (reference.Resolves || reference.IsPending) && _blockers.IsEmpty;
        _deferred.Add(() => _pods.Examine(container, index, AnnotationFindings.GetPath(index), reference, fills));
    }

    /// <summary>Checks for misspelled and misplaced fields.</summary>
    /// <returns>True when the trigger gets a whole new text, which leaves nothing else to say of the old one.</returns>
    private bool CheckMisplaced(int index, TriggerReference reference)
    {
        var entry = _entries[index];
        CheckBroken(index, entry, reference.Tag);
        if (!entry.HasUnknownField || !entry.Whole.Exists)
        {
            return false;
        }

        var scan = TriggerFieldScan.Run(_utf8.AsSpan(entry.Whole.Start..entry.Whole.End), TriggerFieldTables.Annotation);
        var found = scan.Found.ToList();
        var corrected = scan.Correct();
        foreach (var field in found)
        {
            AddMisplaced(index, field, reference.Tag, corrected);
        }

        return corrected is not null;
    }

    /// <summary>Checks for a field that no correction can write again, and that OpenShift does not read.</summary>
    private void CheckBroken(int index, AnnotationEntry entry, ImageStreamTagName? tag)
    {
        if (entry.BrokenField is { } name)
        {
            _findings.Add(
                TriggerRules.IgnoredField,
                AnnotationFindings.GetPath(index),
                tag,
                name,
                "it has half of a surrogate pair, which is not a character");
        }
    }

    private void AddMisplaced(int index, MisplacedField field, ImageStreamTagName? tag, string? corrected) =>
        _findings.AddCorrected(
            field.IsHarmless ? TriggerRules.IgnoredField : TriggerRules.MisplacedField,
            AnnotationFindings.GetPath(index, field.Path),
            tag,
            () => corrected is not null && _correction.TryReplaceTrigger(index, corrected),
            field.IsHarmless ? [field.Name, field.Reason] : [field.Name, field.Reason, ""]);

    private void CheckPausedTexts(int index)
    {
        foreach (var (span, text) in _entries[index].PausedTexts)
        {
            _findings.AddCorrected(
                TriggerRules.PausedIsText,
                AnnotationFindings.GetPath(index, ".paused"),
                tag: null,
                () => _correction.TryUnquote(span, text),
                text);
        }
    }

    private void AddDuplicate(int index)
    {
        var first = _fieldPaths[_triggers[index].FieldPath];
        _findings.AddCorrected(
            TriggerRules.DuplicateField,
            AnnotationFindings.GetPath(index, ".fieldPath"),
            Read(index).Tag,
            () => _triggers[index] == _triggers[first] && _correction.TryRemove(index),
            first);
    }

    private void CheckReference(int index, TriggerReference reference)
    {
        foreach (var problem in reference.FindProblems())
        {
            _findings.AddCorrected(
                problem,
                AnnotationFindings.GetPath(index, $".from.{problem.Field}"),
                reference.Tag,
                () => problem.Corrected is { } corrected
                    && _correction.TryReplaceReferenceField(index, problem.Field!, corrected));
        }
    }

    /// <summary>Checks the field path of a trigger.</summary>
    /// <returns>The container that it leads to, after corrections; null when there is none.</returns>
    private WorkloadContainer? CheckField(int index, string fieldPath, ImageStreamTagName? tag)
    {
        var field = _containers.Find(fieldPath);
        if (field.Target is { } target)
        {
            return target;
        }

        var corrected = FieldPathCorrection.Find(fieldPath, _workload.PodSpecPath, _containers);
        var rule = GetFieldRule(field.Kind, fieldPath);
        _findings.AddCorrected(
            rule,
            AnnotationFindings.GetPath(index, ".fieldPath"),
            tag,
            () => corrected is not null
                && _fieldPaths.TryAdd(corrected, index)
                && _correction.TryReplaceFieldPath(index, corrected),
            rule == TriggerRules.FieldOutsidePods ? [fieldPath, _workload.PodSpecPath] : [fieldPath]);
        return corrected is null ? null : _containers.Find(corrected).Target;
    }

    private static TriggerRule GetFieldRule(PodFieldKind kind, string fieldPath) => kind switch
    {
        PodFieldKind.OutsidePods => TriggerRules.FieldOutsidePods,
        _ when fieldPath.Contains('\'', StringComparison.Ordinal) => TriggerRules.SingleQuotes,
        PodFieldKind.Malformed => TriggerRules.FieldIsNoImage,
        _ => TriggerRules.NoSuchContainer,
    };

    private void CheckPauseField(int index, ObjectFieldTrigger trigger, TriggerReference reference)
    {
        if (_entries[index].HasPauseField && !trigger.Paused)
        {
            _findings.Add(TriggerRules.MisspelledPause, AnnotationFindings.GetPath(index, ".pause"), reference.Tag);
        }
    }

    private void CheckTag(int index, TriggerReference reference)
    {
        foreach (var problem in reference.FindTagProblems())
        {
            _findings.AddCorrected(problem, AnnotationFindings.GetPath(index, ".from"), reference.Tag);
        }
    }

    private void CheckBlocked(int index, TriggerReference reference)
    {
        if (_blockers.FindFor(index) is { } blocker)
        {
            _findings.Add(TriggerRules.BlockedTrigger, AnnotationFindings.GetPath(index), reference.Tag, blocker);
        }
    }

    private bool IsDuplicate(int index) => _fieldPaths[_triggers[index].FieldPath] < index;

    /// <summary>Determines whether OpenShift changes nothing in the object because of this trigger.</summary>
    private bool Blocks(int index) => _entries[index].PausedTexts.Count > 0
        || IsDuplicate(index)
        || (!_triggers[index].Paused
            && _containers.Find(_triggers[index].FieldPath).Kind is PodFieldKind.Malformed or PodFieldKind.NoContainer
            && Read(index).Resolves);

    private TriggerReference Read(int index) => new(_triggers[index].From, _objectFindings.Namespace, _context.Tags);
}
