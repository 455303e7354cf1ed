using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>Takes findings on one object.</summary>
internal sealed class ObjectFindings(string kind, string? ns, string? name, DoctorContext context)
{
    /// <summary>The most characters of a sentence, so that hostile names cannot fill a report.</summary>
    private const int MaxMessage = 1024;

    public string Namespace { get; } = ns ?? "";

    public void Add(
        TriggerRule rule, string path, string message, ImageStreamTagName? tag = null, TriggerCorrection? correction = null)
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

    /// <summary>Adds what is wrong with a tag, or with what it follows.</summary>
    public void Add(TagCheck check, string path)
    {
        foreach (var problem in check.Problems)
        {
            Add(problem.Rule, path, problem.Message, check.Tag);
        }
    }

    /// <summary>Adds what is wrong with how a reference is written.</summary>
    /// <param name="problems">What is wrong.</param>
    /// <param name="path">Where the reference stands.</param>
    /// <param name="tag">The tag that it names.</param>
    public void Add(IEnumerable<ReferenceProblem> problems, string path, ImageStreamTagName? tag)
    {
        foreach (var problem in problems)
        {
            var fieldPath = $"{path}.{problem.Field}";
            var correction = problem.Corrected is { } corrected ? Correct(fieldPath, JsonLiteral.FromText(corrected)) : null;
            Add(problem.Rule, fieldPath, problem.Message, tag, correction);
        }
    }

    public static TriggerCorrection Correct(string path, RawJson value) => new() { Path = path, Value = value };
}
