using System.Globalization;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Says which tags of a stream are scheduled in vain, and which that triggers wait for are not scheduled.</summary>
internal static class StreamExamination
{
    public static void Examine(ImageStream stream, DoctorContext context)
    {
        var (ns, name) = (stream.Namespace, stream.Name);
        var findings = context.ForObject(ImageStream.KindName, ns, name);
        for (var i = 0; i < stream.Spec.Tags.Count; i++)
        {
            var reference = stream.Spec.Tags[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.tags[{i}].importPolicy.scheduled");
            if (reference.ImportPolicy.Scheduled)
            {
                ExamineSchedule(findings, path, reference, ImageStreamTagName.FromParts(ns, name, reference.Name));
            }
            else if (context.Tags.IsAwaited(ns, name, reference.Name) && stream.Spec.Tags.IndexOf(reference.Name) == i)
            {
                var tag = ImageStreamTagName.FromParts(ns, name, reference.Name);
                findings.Add(TriggerRules.NotScheduled, path, FindingTexts.NotScheduled(tag, reference), tag);
            }
        }
    }

    private static void ExamineSchedule(
        ObjectFindings findings, string path, TagReference reference, ImageStreamTagName tag)
    {
        var source = TagSourceKinds.FromReference(reference);
        if (source != TagSourceKind.Import)
        {
            var correction = ObjectFindings.Correct(path, JsonLiteral.False);
            findings.Add(TriggerRules.ScheduledInVain, path, FindingTexts.ScheduledInVain(tag, source), tag, correction);
        }
    }
}
