using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with the triggers of a build configuration.</summary>
internal sealed class BuildConfigExamination(BuildConfig build, DoctorContext context)
{
    private readonly ObjectFindings _findings =
        context.ForObject(BuildConfig.KindName, build.Metadata.Namespace, build.Metadata.Name);

    /// <summary>The first trigger of each tag.</summary>
    private readonly Dictionary<(string Namespace, string Name), int> _first = [];

    public void Run()
    {
        for (var i = 0; i < build.Spec.Triggers.Count; i++)
        {
            var trigger = build.Spec.Triggers[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.triggers[{i}].imageChange");
            if (trigger.ImageChange is { } change)
            {
                Examine(i, change, path);
            }
            else if (trigger.Type == BuildTriggerPolicy.ImageChangeType)
            {
                ExamineWithoutParameters(i, path);
            }
        }

        ExamineOutput();
    }

    private void Examine(int index, ImageChangeTrigger change, string path)
    {
        if ((change.From ?? build.Spec.Strategy.From) is not { } from)
        {
            _findings.Add(TriggerRules.NoBaseImage, path, FindingTexts.NoBaseImage);
            return;
        }

        var isBase = change.From is null;
        var reference = new TriggerReference(from, _findings.Namespace, context.Tags);
        _findings.Add(reference.FindProblems(isBase), isBase ? BuildInputs.GetBasePath(build) : $"{path}.from", reference.Tag);
        ExamineEqual(index, reference, path);
        if (change.Paused)
        {
            _findings.Add(TriggerRules.PausedTrigger, $"{path}.paused", FindingTexts.PausedTrigger, reference.Tag);
        }
        else if (reference.Examine() is { } check)
        {
            _findings.Add(check, path);
        }
    }

    private void ExamineEqual(int index, TriggerReference reference, string path)
    {
        if (!_first.TryAdd((reference.Namespace, reference.Name), index))
        {
            var first = _first[(reference.Namespace, reference.Name)];
            _findings.Add(TriggerRules.EqualTriggers, path, FindingTexts.EqualTriggers(first), reference.Tag);
        }
    }

    /// <summary>A server takes such a trigger for one on the base image, and so it is looked at as one.</summary>
    private void ExamineWithoutParameters(int index, string path)
    {
        var hasBase = build.Spec.Strategy.From is not null;
        _findings.Add(TriggerRules.NoParameters, path, FindingTexts.NoParameters,
            correction: hasBase ? ObjectFindings.Correct(path, JsonLiteral.EmptyObject) : null);
        if (hasBase)
        {
            Examine(index, ImageChangeTrigger.Default, path);
        }
    }

    private void ExamineOutput()
    {
        if (build.Spec.Output.To is not { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name } to)
        {
            return;
        }

        var ns = to.NamespaceOr(_findings.Namespace);
        if (context.Tags.FindStream(ns, name.Split(':', 2)[0]) is null)
        {
            _findings.Add(TriggerRules.NoOutputStream, "spec.output.to", FindingTexts.NoOutputStream(name, ns));
        }
    }
}
