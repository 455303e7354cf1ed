using System.Text;
using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Resolution;

/// <summary>The result of <see cref="TagResolver.Explain(ImageStream, string)"/>: a resolution, step by step.</summary>
public sealed record TagExplanation
{
    /// <summary>The result of <see cref="TagResolver.Resolve(ImageStream, string)"/>.</summary>
    public required TagResolution Resolution { get; init; }

    /// <summary>The findings for each tag along the path; the conclusion is the last.</summary>
    public required ValueList<ResolutionStep> Steps { get; init; }

    /// <summary>
    /// Returns the steps as text: each tag on a line of its own, its findings below it, and the conclusion after <c>=></c>.
    /// </summary>
    /// <remarks>Every line but the last ends with a line feed; control characters in names are written as escapes.</remarks>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            if (step.Kind == ResolutionStepKind.Conclusion)
            {
                return text.Append("=> ").Append(PrintableText.Escape(step.Finding)).ToString();
            }

            if (step.Kind == ResolutionStepKind.SpecTag)
            {
                text.Append(PrintableText.Escape(step.Subject)).Append('\n');
            }

            text.Append("  ").Append(PrintableText.Escape(step.Finding)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Explains a resolution.</summary>
    internal static TagExplanation Create(TagPathScope scope, TagResolution resolution) =>
        new() { Resolution = resolution, Steps = new StepList(scope, resolution).Create() };

    /// <summary>Collects the steps that led to a resolution.</summary>
    private sealed class StepList(TagPathScope scope, TagResolution resolution)
    {
        private readonly List<ResolutionStep> _steps = [];

        public ValueList<ResolutionStep> Create()
        {
            for (var at = 0; at < resolution.Hops.Count; at++)
            {
                AddHop(at);
            }

            AddHint(resolution.Path.Last);
            var decisive = resolution is TagResolution.Resolved resolved ? resolved.DecidedBy : resolution.Path.Last;
            Add(ResolutionStepKind.Conclusion, decisive, resolution.Explanation);
            return _steps.ToValueList();
        }

        private void AddHop(int at)
        {
            var hop = resolution.Hops[at];
            var isLast = at == resolution.Hops.Count - 1;
            var source = isLast ? ExplanationTexts.Last(resolution.Path) : ExplanationTexts.Follows(resolution.Hops[at + 1]);
            Add(ResolutionStepKind.SpecTag, hop, source);
            if (isLast && resolution.Path.End == TagPathEnd.Circular)
            {
                return;
            }

            AddHistory(hop, scope.FindHistory(hop));
            if (resolution is TagResolution.Resolved resolved && resolved.DecidedAt == at && resolution.Hops.Count > 1)
            {
                Add(ResolutionStepKind.Decision, hop, ExplanationTexts.Decides(at, scope.IsAcross));
            }
        }

        private void AddHint(TagHop missing)
        {
            if (resolution is TagResolution.NotFound { Missing: not MissingPart.Image }
                && SimilarTags.Find(scope, missing) is { Count: > 0 } similar)
            {
                Add(ResolutionStepKind.Hint, missing, NearestNames.ToQuestion(similar));
            }
        }

        private void AddHistory(TagHop hop, NamedTagEventList? history)
        {
            var latest = history?.Latest;
            if (latest is not null)
            {
                var finding = scope.IsAssumed(hop) ? ExplanationTexts.Assumed(latest) : ExplanationTexts.PointsTo(hop, latest);
                Add(ResolutionStepKind.History, hop, finding);
            }

            if (latest is not null && hop.Reference?.Generation > latest.Generation)
            {
                Add(ResolutionStepKind.Pending, hop, ExplanationTexts.Pending(hop.Reference, latest));
            }

            if (history?.ImportFailure is { } failure)
            {
                Add(ResolutionStepKind.Failure, hop, ExplanationTexts.Failed(failure, hasImage: latest is not null));
            }
        }

        private void Add(ResolutionStepKind kind, TagHop hop, string finding) =>
            _steps.Add(new ResolutionStep { Kind = kind, Rule = hop.Rule, Subject = hop.Name, Finding = finding });
    }
}
