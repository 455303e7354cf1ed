using System.Globalization;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Triggers;

/// <summary>The findings in a trigger annotation, all of which have the same correction: that of the whole annotation.</summary>
internal sealed class AnnotationFindings(DoctorContext context, ObjectFindings findings, AnnotationCorrection correction)
{
    public const string Path = $"metadata.annotations['{ObjectFieldTrigger.AnnotationName}']";

    private readonly List<Finding> _found = [];

    /// <summary>Gets the path of a trigger, or of one of its fields.</summary>
    public static string GetPath(int index, string field = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]{field}");

    /// <summary>Adds a finding whose correction is not known.</summary>
    public void Add(TriggerRule rule, string path, ImageStreamTagName? tag, params object?[] args) =>
        AddCorrected(new TriggerProblem(rule, rule.FormatMessage(args)), path, tag);

    /// <summary>Adds a finding, and corrects the annotation.</summary>
    /// <param name="rule">The rule; when it is silenced, nothing is corrected.</param>
    /// <param name="path">The path in the object.</param>
    /// <param name="tag">The tag of the trigger.</param>
    /// <param name="correct">Corrects the annotation, unless the correction is not certain.</param>
    /// <param name="args">The arguments of the message.</param>
    public void AddCorrected(
        TriggerRule rule, string path, ImageStreamTagName? tag, Func<bool>? correct, params object?[] args) =>
        AddCorrected(new TriggerProblem(rule, rule.FormatMessage(args)), path, tag, correct);

    /// <summary>Adds a problem of a reference or a tag, and corrects the annotation.</summary>
    public void AddCorrected(TriggerProblem problem, string path, ImageStreamTagName? tag, Func<bool>? correct = null)
    {
        if (!context.IsSilenced(problem.Rule))
        {
            _found.Add(new Finding(problem.Rule, path, problem.Message, tag, correct?.Invoke() == true));
        }
    }

    /// <summary>Reports the findings, after the whole annotation has been corrected.</summary>
    public void Report()
    {
        var corrected = correction.Corrected is { } text ? new TriggerCorrection { Path = Path, Value = text } : null;
        foreach (var found in _found)
        {
            findings.AddMessage(found.Rule, found.Path, found.Message, found.Tag, found.IsCorrected ? corrected : null);
        }
    }

    private readonly record struct Finding(
        TriggerRule Rule, string Path, string Message, ImageStreamTagName? Tag, bool IsCorrected);
}
