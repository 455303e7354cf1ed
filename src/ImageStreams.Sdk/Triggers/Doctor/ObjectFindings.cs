using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Adds the findings on one object.</summary>
internal sealed class ObjectFindings(string kind, string? ns, string? name, DoctorContext context)
{
    /// <summary>The maximum number of characters of a message, so that hostile names cannot fill a report.</summary>
    private const int MaxMessage = 1024;

    public string Namespace { get; } = ns ?? "";

    /// <summary>Adds a finding whose correction is not known.</summary>
    public void Add(TriggerRule rule, string path, ImageStreamTagName? tag = null, params object?[] args) =>
        AddMessage(rule, path, rule.FormatMessage(args), tag);

    /// <summary>Adds a finding with its correction.</summary>
    public void AddCorrected(
        TriggerRule rule, string path, ImageStreamTagName? tag, TriggerCorrection? correction, params object?[] args) =>
        AddMessage(rule, path, rule.FormatMessage(args), tag, correction);

    /// <summary>Adds the problems of the tag that a trigger listens to.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="path">The path of the trigger or its reference.</param>
    /// <param name="tag">The tag that the trigger names.</param>
    public void Add(ValueList<TriggerProblem> problems, string path, ImageStreamTagName? tag)
    {
        foreach (var problem in problems)
        {
            var fieldPath = problem.Field is { } field ? $"{path}.{field}" : path;
            var correction = problem.Corrected is { } corrected
                ? new TriggerCorrection { Path = fieldPath, Value = JsonLiteral.FromText(corrected) }
                : null;
            AddMessage(problem.Rule, fieldPath, problem.Message, tag, correction);
        }
    }

    /// <summary>Adds a finding whose message is already formatted.</summary>
    public void AddMessage(
        TriggerRule rule, string path, string message, ImageStreamTagName? tag, TriggerCorrection? correction = null)
    {
        if (context.IsSilenced(rule))
        {
            return;
        }

        context.Findings.Add(new TriggerFinding
        {
            Rule = rule,
            Location = new GraphField { Kind = kind, Namespace = Namespace, Name = name ?? "", Path = path },
            Message = PrintableText.Escape(message, MaxMessage),
            Tag = tag,
            Correction = correction,
        });
    }
}
