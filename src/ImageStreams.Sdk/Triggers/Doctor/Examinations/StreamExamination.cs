using System.Globalization;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>
/// Finds tags that are scheduled without effect, tags that triggers wait for and that are not scheduled, names that cannot
/// exist, and policies that cannot work.
/// </summary>
internal static class StreamExamination
{
    public static void Examine(ImageStream stream, DoctorContext context)
    {
        var findings = context.ForObject(ImageStream.KindName, stream.Namespace, stream.Name);
        for (var i = 0; i < stream.Spec.Tags.Count; i++)
        {
            var reference = stream.Spec.Tags[i];
            var tagPath = string.Create(CultureInfo.InvariantCulture, $"spec.tags[{i}]");
            NameExamination.CheckTag(reference.From, $"{tagPath}.from", findings);
            new PolicyExamination(stream, i, context).Run();
            var path = $"{tagPath}.importPolicy.scheduled";
            var tag = ImageStreamTagName.FromParts(stream.Namespace, stream.Name, reference.Name);
            if (reference.ImportPolicy.Scheduled)
            {
                CheckScheduled(findings, path, reference, tag);
            }
            else if (stream.Spec.Tags.IndexOf(reference.Name) == i && context.Tags.IsAwaited(tag))
            {
                findings.Add(TriggerRules.NotScheduled, path, tag, tag, reference.From!.Name);
            }
        }
    }

    private static void CheckScheduled(
        ObjectFindings findings, string path, TagReference reference, ImageStreamTagName tag)
    {
        var source = reference.GetSourceKind();
        if (source != TagSourceKind.Import)
        {
            var correction = new TriggerCorrection { Path = path, Value = JsonLiteral.False };
            findings.AddCorrected(
                TriggerRules.ScheduledInVain, path, tag, correction, tag, FindingTexts.ExplainUnscheduled(source));
        }
    }
}
