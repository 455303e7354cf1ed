using System.Globalization;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Says which tags of a stream are scheduled in vain, and which that triggers wait for are not scheduled.</summary>
internal static class StreamExamination
{
    public static void Examine(ImageStream stream, DoctorContext context)
    {
        var (ns, name) = (stream.Metadata.Namespace ?? "", stream.Metadata.Name ?? "");
        var findings = context.On(ImageStream.KindName, ns, name);
        for (var i = 0; i < stream.Spec.Tags.Count; i++)
        {
            var wish = stream.Spec.Tags[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"spec.tags[{i}].importPolicy.scheduled");
            if (wish.ImportPolicy.Scheduled)
            {
                ExamineSchedule(findings, path, wish, ImageStreamTagName.FromParts(ns, name, wish.Name));
            }
            else if (context.Tags.IsAwaited(ns, name, wish.Name) && stream.Spec.Tags.IndexOf(wish.Name) == i)
            {
                var tag = ImageStreamTagName.FromParts(ns, name, wish.Name);
                findings.Add(TriggerRules.NotScheduled, path, FindingTexts.NotScheduled(tag, wish), tag);
            }
        }
    }

    private static void ExamineSchedule(
        ObjectFindings findings, string path, TagReference wish, ImageStreamTagName tag)
    {
        var source = TagSourceCheck.Of(wish);
        if (source != TagSourceKind.Import)
        {
            var correction = ObjectFindings.Correct(path, JsonLiteral.False);
            findings.Add(TriggerRules.ScheduledInVain, path, FindingTexts.ScheduledInVain(tag, source), tag, correction);
        }
    }
}
