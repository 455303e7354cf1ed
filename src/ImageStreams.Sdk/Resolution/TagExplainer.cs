using ImageStreams.Collections;

namespace ImageStreams.Resolution;

/// <summary>Tells an answer step by step.</summary>
internal sealed class TagExplainer
{
    private readonly TagPathScope _scope;
    private readonly TagResolution _resolution;
    private readonly List<ResolutionStep> _steps = [];

    private TagExplainer(TagPathScope scope, TagResolution resolution) => (_scope, _resolution) = (scope, resolution);

    /// <summary>The steps that led to an answer.</summary>
    public static TagExplanation Explain(TagPathScope scope, TagResolution resolution)
    {
        var trace = new TagExplainer(scope, resolution);
        for (var at = 0; at < resolution.Hops.Count; at++)
        {
            trace.AddHop(at);
        }

        trace.AddConclusion();
        return new TagExplanation { Resolution = resolution, Steps = trace._steps.ToValueList() };
    }

    private void AddHop(int at)
    {
        var path = _resolution.Hops;
        var hop = path[at];
        var isLast = at == path.Count - 1;
        Add(ResolutionStepKind.SpecTag, hop, isLast ? ExplanationTexts.Last(_resolution.Path) : ExplanationTexts.Follows(path[at + 1]));
        if (!isLast || _resolution.Path.End != TagPathEnd.Circular)
        {
            AddHistory(at, hop, _scope.Find(hop.Namespace, hop.Stream)?.Status.Tags.Find(hop.Tag));
        }
    }

    private void AddHistory(int at, TagHop hop, NamedTagEventList? history)
    {
        var latest = history?.Latest;
        if (latest is not null)
        {
            Add(ResolutionStepKind.History, hop, ExplanationTexts.PointsTo(hop, latest));
        }

        if (latest is not null && hop.Reference?.Generation > latest.Generation)
        {
            Add(ResolutionStepKind.Pending, hop, ExplanationTexts.Pending(hop.Reference, latest));
        }

        if (TagPathOutcome.FindFailure(history) is { } failure)
        {
            Add(ResolutionStepKind.Failure, hop, ExplanationTexts.Failed(failure, hasImage: latest is not null));
        }

        if (_resolution is TagResolution.Resolved resolved && resolved.DecidedAt == at && resolved.Hops.Count > 1)
        {
            Add(ResolutionStepKind.Decision, hop, ExplanationTexts.Decides(at, _scope.IsAcross));
        }
    }

    private void AddConclusion() => Add(
        ResolutionStepKind.Conclusion,
        _resolution is TagResolution.Resolved resolved ? resolved.DecidedBy : _resolution.Path.Last,
        ExplanationTexts.Conclusion(_resolution));

    private void Add(ResolutionStepKind kind, TagHop hop, string finding) =>
        _steps.Add(new ResolutionStep { Kind = kind, Rule = hop.Rule, Subject = hop.Name, Finding = finding });
}
