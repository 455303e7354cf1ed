using System.Globalization;
using System.Text;
using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with the trigger annotation of an object on which it is watched.</summary>
internal sealed partial class AnnotationExamination
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
    private readonly AnnotationCorrection _correction;
    private readonly List<AnnotationFinding> _found = [];

    /// <summary>What comes behind the annotation: the containers that its triggers set.</summary>
    private readonly List<Action> _deferred = [];

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
        _entries = AnnotationScanner.Read(_utf8);
        _correction = new AnnotationCorrection(_utf8, _entries);
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

        var correction = _correction.Corrected is { } corrected ? ObjectFindings.Correct(Path, corrected) : null;
        foreach (var found in _found)
        {
            _findings.Add(found.Rule, found.Path, found.Message, found.Tag, found.IsCorrected ? correction : null);
        }

        if (_triggers.Any(trigger => !trigger.Paused))
        {
            ExamineObject();
        }

        _deferred.ForEach(examine => examine());
    }

    private void ExamineTexts(int index)
    {
        foreach (var (span, text) in _entries[index].PausedTexts)
        {
            Add(TriggerRules.PausedIsText, GetPath(index, ".paused"), FindingTexts.PausedIsText(text), null,
                () => _correction.TryUnquote(span, text));
        }
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
            Add(TriggerRules.UnreadableAnnotation, Path + e.Path[1..], FindingTexts.UnreadableAnnotation(e));
            return false;
        }
    }

    private void ExamineAll()
    {
        for (var i = 0; i < _triggers.Count; i++)
        {
            _fieldPaths.TryAdd(_triggers[i].FieldPath, i);
        }

        _blockers = [.. Enumerable.Range(0, _triggers.Count).Where(Blocks).Take(2)];
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
    }

    private void ExamineObject()
    {
        if (_workload is { IsPaused: true, Kind: not "CronJob" })
        {
            _findings.Add(TriggerRules.PausedObject, "spec.paused", FindingTexts.PausedObject);
        }

        if (_workload.HasController)
        {
            _findings.Add(TriggerRules.ControlledObject, "metadata.ownerReferences", FindingTexts.ControlledObject);
        }
    }

    private TriggerReference Read(int index) => new(_triggers[index].From, _findings.Namespace, _context.Tags);

    private static string GetPath(int index, string field = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]{field}");

    /// <summary>Keeps a finding until everything is mended; what is silenced is not mended.</summary>
    private void Add(TriggerRule rule, string path, string message, ImageStreamTagName? tag = null, Func<bool>? correct = null)
    {
        if (!_context.IsSilenced(rule))
        {
            _found.Add(new AnnotationFinding(rule, path, message, tag, correct?.Invoke() == true));
        }
    }
}
