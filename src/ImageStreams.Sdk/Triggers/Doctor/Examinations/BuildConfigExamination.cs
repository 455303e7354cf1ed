using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of the triggers of a build configuration.</summary>
internal sealed class BuildConfigExamination(BuildConfig build, DoctorContext context)
{
    private readonly ObjectFindings _findings =
        context.ForObject(BuildConfig.KindName, build.Metadata.Namespace, build.Metadata.Name);

    /// <summary>The first trigger on each tag.</summary>
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

        CheckOutput();
    }

    private void Examine(int index, ImageChangeTrigger change, string path)
    {
        if ((change.From ?? build.Spec.Strategy.From) is not { } from)
        {
            _findings.Add(TriggerRules.NoBaseImage, path);
            return;
        }

        var isBase = change.From is null;
        var reference = new TriggerReference(from, _findings.Namespace, context.Tags);
        var fromPath = isBase ? BuildInputs.GetBasePath(build) : $"{path}.from";
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

    /// <summary>Examines a trigger without parameters as one on the base image, as a server fills it in.</summary>
    private void ExamineWithoutParameters(int index, string path)
    {
        var hasBase = build.Spec.Strategy.From is not null;
        _findings.AddCorrected(
            TriggerRules.NoParameters,
            path,
            tag: null,
            hasBase ? new TriggerCorrection { Path = path, Value = JsonLiteral.EmptyObject } : null);
        if (hasBase)
        {
            Examine(index, ImageChangeTrigger.Default, path);
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

    private void CheckOutput()
    {
        if (build.Spec.Output.To is not { Kind: ReferenceKinds.ImageStreamTag, Name: { Length: > 0 } name } to)
        {
            return;
        }

        var ns = to.NamespaceOr(_findings.Namespace);
        if (context.Tags.FindStream(ns, name.Split(':', 2)[0]) is null)
        {
            _findings.Add(TriggerRules.NoOutputStream, "spec.output.to", tag: null, $"{ns}/{name}");
        }
    }
}
