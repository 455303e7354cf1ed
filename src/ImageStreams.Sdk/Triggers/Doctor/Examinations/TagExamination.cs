using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Finds the problems of one tag that a trigger listens to.</summary>
internal sealed class TagExamination(ImageStreamTagName tag, ExaminedTags tags)
{
    private readonly List<TriggerProblem> _problems = [];

    public ValueList<TriggerProblem> Run()
    {
        if (tags.FindStream(tag.Namespace, tag.Stream) is { } stream)
        {
            Examine(stream);
        }
        else
        {
            CheckStreamExists();
        }

        return _problems.ToValueList();
    }

    private void Examine(ImageStream stream)
    {
        CheckVersion(stream);
        if (!stream.Spec.Tags.Contains(tag.Tag))
        {
            CheckTagExists(stream);
            return;
        }

        var end = tags.FindEnd(stream, tag);
        CheckCycle(end);
        CheckAlias(end);
        CheckFollowedTagExists(stream, end);
        if (end is { Kind: TagPathEnd.Arrived, Reference.From: { } from })
        {
            ExamineSource(stream, end, from, end.Reference!.GetSourceKind());
        }

        CheckHasImage(stream);
    }

    private void ExamineSource(ImageStream stream, TagPathEnds.End end, ObjectReference from, TagSourceKind source)
    {
        CheckSource(end, from, source);
        CheckImport(stream, end, source);
        CheckMoves(end, from, source);
        if (source == TagSourceKind.Import)
        {
            tags.AddAwaited(Sibling(end.Tag));
        }
    }

    private void CheckStreamExists()
    {
        if (tags.HasNamespace(tag.Namespace))
        {
            Add(TriggerRules.NoSuchStream, tag, tag.Stream);
        }
        else
        {
            Add(tags.IsNotGiven(tag.Namespace) ? TriggerRules.NamespaceNotGiven : TriggerRules.NoSuchNamespace, tag);
        }
    }

    private void CheckVersion(ImageStream stream)
    {
        if (!tags.IsVersioned(stream))
        {
            Add(TriggerRules.UnversionedStream, tag);
        }
    }

    private void CheckTagExists(ImageStream stream)
    {
        if (!HasImage(stream, tag.Tag) && !CheckPending(stream, tag))
        {
            Add(TriggerRules.NoSuchTag, tag, tag.Tag);
        }
    }

    private void CheckCycle(TagPathEnds.End end)
    {
        if (end.Kind == TagPathEnd.Circular)
        {
            Add(TriggerRules.TagCycle, tag);
        }
    }

    private void CheckAlias(TagPathEnds.End end)
    {
        if (end.Kind == TagPathEnd.CrossStream)
        {
            var source = ImageStreamTagName.FromParts(end.Target.Namespace, end.Target.Stream, end.Target.Selector);
            Add(TriggerRules.AliasAcrossStreams, Sibling(end.Tag), source);
        }
    }

    /// <summary>Checks that the followed tag exists; a tag that was pushed to needs no reference of its own.</summary>
    private void CheckFollowedTagExists(ImageStream stream, TagPathEnds.End end)
    {
        if (end.Kind == TagPathEnd.NoSuchTag && !HasImage(stream, end.Tag) && !CheckPending(stream, Sibling(end.Tag)))
        {
            Add(TriggerRules.FollowsNothing, tag, Sibling(end.Tag));
        }
    }

    private void CheckSource(TagPathEnds.End end, ObjectReference from, TagSourceKind source)
    {
        if (source == TagSourceKind.Invalid)
        {
            Add(TriggerRules.InvalidSource, Sibling(end.Tag), from.Kind, from.Name);
        }
    }

    private void CheckImport(ImageStream stream, TagPathEnds.End end, TagSourceKind source)
    {
        if (source != TagSourceKind.Invalid
            && !tags.IgnoresStatus
            && stream.Status.Tags.Find(end.Tag)?.ImportFailure is { } failure)
        {
            Add(TriggerRules.ImportFails, Sibling(end.Tag), failure.Reason, failure.Message);
        }
    }

    private void CheckMoves(TagPathEnds.End end, ObjectReference from, TagSourceKind source)
    {
        if (source is TagSourceKind.Pinned or TagSourceKind.Reference)
        {
            Add(TriggerRules.PinnedTag, Sibling(end.Tag), from.Kind, from.Name, FindingTexts.ExplainPinned(source));
        }
    }

    private void CheckHasImage(ImageStream stream)
    {
        if (!tags.IgnoresStatus && !HasImage(stream, tag.Tag) && !_problems.Any(ExplainsMissingImage) && !CheckPusher(tag))
        {
            Add(TriggerRules.NeverImported, tag);
        }
    }

    /// <summary>Notes that a build pushes a tag; files are treated as if it had.</summary>
    /// <returns>True when a build pushes the tag.</returns>
    private bool CheckPusher(ImageStreamTagName pushed)
    {
        var build = tags.FindPusher(pushed);
        if (build is not null && !tags.IgnoresStatus)
        {
            Add(TriggerRules.PendingBuild, pushed, $"{build.Namespace}/{build.Name}");
        }

        return build is not null;
    }

    /// <summary>Notes that a build or the repository of the stream will bring a tag that the stream does not have.</summary>
    /// <returns>True when the tag is expected.</returns>
    private bool CheckPending(ImageStream stream, ImageStreamTagName expected)
    {
        if (CheckPusher(expected))
        {
            return true;
        }

        var isAwaited = RepositoryImport.IsAwaited(stream, expected.Tag);
        if (isAwaited && !tags.IgnoresStatus)
        {
            Add(TriggerRules.PendingRepository, expected, stream.Spec.DockerImageRepository);
        }

        return isAwaited;
    }

    private static bool HasImage(ImageStream stream, string name) => PullSpecs.FindLatestEvent(stream, name) is not null;

    private static bool ExplainsMissingImage(TriggerProblem problem) => problem.Rule == TriggerRules.PendingBuild
        || problem.Rule == TriggerRules.PendingRepository
        || (problem.Rule.Severity == TriggerSeverity.Warning
            && problem.Rule != TriggerRules.UnversionedStream
            && problem.Rule != TriggerRules.AliasAcrossStreams);

    private ImageStreamTagName Sibling(string name) => ImageStreamTagName.FromParts(tag.Namespace, tag.Stream, name);

    private void Add(TriggerRule rule, params object?[] args) =>
        _problems.Add(new TriggerProblem(rule, rule.FormatMessage(args)));
}
