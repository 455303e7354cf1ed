using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Says what is wrong with one tag that a trigger listens to.</summary>
internal sealed class TagExamination(ImageStreamTagName tag, DoctorTags tags)
{
    private readonly List<TagProblem> _problems = [];

    public TagCheck Run()
    {
        if (tags.FindStream(tag.Namespace, tag.Stream) is { } stream)
        {
            Examine(stream);
        }
        else if (tags.HasNamespace(tag.Namespace))
        {
            Add(TriggerRules.NoSuchStream, FindingTexts.NoSuchStream(tag));
        }
        else
        {
            Add(TriggerRules.NoSuchNamespace, FindingTexts.NoSuchNamespace(tag));
        }

        return new TagCheck(tag, _problems.ToValueList());
    }

    private void Examine(ImageStream stream)
    {
        if (!tags.IsVersioned(stream))
        {
            Add(TriggerRules.UnversionedStream, FindingTexts.UnversionedStream(tag));
        }

        var hasImage = PullSpecs.FindLatestEvent(stream, tag.Tag) is not null;
        if (stream.Spec.Tags.Contains(tag.Tag))
        {
            ExamineEnd(stream, tags.FindEnd(stream, tag));
            AddIf(!hasImage && !tags.IgnoresStatus && !_problems.Any(ExplainsNoImage), TriggerRules.NeverImported,
                FindingTexts.NeverImported(tag));
        }
        else
        {
            AddIf(!hasImage, TriggerRules.NoSuchTag, FindingTexts.NoSuchTag(tag));
        }
    }

    private void ExamineEnd(ImageStream stream, TagEnd end)
    {
        switch (end.Kind)
        {
            case TagPathEnd.Circular:
                Add(TriggerRules.TagCycle, FindingTexts.TagCycle(tag));
                break;
            case TagPathEnd.CrossStream:
                Add(TriggerRules.AliasAcrossStreams, FindingTexts.AliasAcrossStreams(tag, end));
                break;
            case TagPathEnd.NoSuchTag:
                // A tag that was pushed to needs no wish to be followed.
                AddIf(PullSpecs.FindLatestEvent(stream, end.Tag) is null, TriggerRules.FollowsNothing,
                    FindingTexts.FollowsNothing(tag, end.Tag));
                break;
            default:
                ExamineSource(stream, end);
                break;
        }
    }

    private void ExamineSource(ImageStream stream, TagEnd end)
    {
        var reference = end.Reference!;
        if (reference.From is null)
        {
            return;
        }

        var source = TagSourceKinds.FromReference(reference);
        if (source == TagSourceKind.Invalid)
        {
            Add(TriggerRules.InvalidSource, FindingTexts.InvalidSource(tag, end));
        }
        else if (stream.Status.Tags.Find(end.Tag)?.ImportFailure is { } failure && !tags.IgnoresStatus)
        {
            Add(TriggerRules.ImportFails, FindingTexts.ImportFails(tag, end.Tag, failure));
        }

        if (source is TagSourceKind.Pinned or TagSourceKind.Reference)
        {
            Add(TriggerRules.PinnedTag, FindingTexts.PinnedTag(tag, end, source));
        }
        else if (source == TagSourceKind.Import)
        {
            tags.AddAwaited(tag.Namespace, tag.Stream, end.Tag);
        }
    }

    private static bool ExplainsNoImage(TagProblem problem) => problem.Rule.Severity == TriggerSeverity.Warning
        && problem.Rule != TriggerRules.UnversionedStream
        && problem.Rule != TriggerRules.AliasAcrossStreams;

    private void Add(TriggerRule rule, string message) => _problems.Add(new TagProblem(rule, message));

    private void AddIf(bool isSo, TriggerRule rule, string message)
    {
        if (isSo)
        {
            Add(rule, message);
        }
    }
}
