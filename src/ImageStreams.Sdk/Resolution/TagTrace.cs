using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>Tells an answer step by step.</summary>
internal sealed class TagTrace
{
    private readonly TagScope _scope;
    private readonly TagResolution _resolution;
    private readonly List<ResolutionStep> _steps = [];

    private TagTrace(TagScope scope, TagResolution resolution) => (_scope, _resolution) = (scope, resolution);

    /// <summary>The steps that led to an answer.</summary>
    public static TagExplanation Of(TagScope scope, TagResolution resolution)
    {
        var trace = new TagTrace(scope, resolution);
        for (var at = 0; at < resolution.Path.Count; at++)
        {
            trace.Tell(at);
        }

        trace.Conclude();
        return new TagExplanation { Resolution = resolution, Steps = trace._steps.ToValueList() };
    }

    private void Tell(int at)
    {
        var path = _resolution.Path;
        var hop = path[at];
        var isLast = at == path.Count - 1;
        Add(ResolutionStepKind.Wish, hop, isLast ? TraceTexts.Last(_resolution.Way) : TraceTexts.Follows(path[at + 1]));
        if (!isLast || _resolution.Way.End != TagWayEnd.Circular)
        {
            TellHistory(at, hop, _scope.Find(hop.Namespace, hop.Stream)?.Status.Tags.Find(hop.Tag));
        }
    }

    private void TellHistory(int at, TagHop hop, NamedTagEventList? history)
    {
        var newest = PullSpecs.NewestOf(history);
        if (newest is not null)
        {
            Add(ResolutionStepKind.History, hop, TraceTexts.PointsTo(hop, newest));
        }

        if (newest is not null && hop.Wish?.Generation > newest.Generation)
        {
            Add(ResolutionStepKind.Pending, hop, TraceTexts.Pending(hop.Wish, newest));
        }

        if (TagOutcome.FindFailure(history) is { } failure)
        {
            Add(ResolutionStepKind.Failure, hop, TraceTexts.Failed(failure, hasImage: newest is not null));
        }

        if (_resolution is TagResolution.Resolved resolved && resolved.DecidedAt == at && resolved.Path.Count > 1)
        {
            Add(ResolutionStepKind.Decision, hop, TraceTexts.Decides(at, _scope.IsAcross));
        }
    }

    private void Conclude() => Add(
        ResolutionStepKind.Conclusion,
        _resolution is TagResolution.Resolved resolved ? resolved.DecidedBy : _resolution.Way.Last,
        TraceTexts.Conclusion(_resolution));

    private void Add(ResolutionStepKind kind, TagHop hop, string finding) =>
        _steps.Add(new ResolutionStep { Kind = kind, Rule = hop.Rule, Subject = hop.Name, Finding = finding });
}
