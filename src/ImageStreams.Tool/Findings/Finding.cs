using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>One finding of a command, with its place.</summary>
internal sealed record Finding
{
    /// <summary>The stable code, such as <c>IST1002</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The severity.</summary>
    public required TriggerSeverity Severity { get; init; }

    /// <summary>The sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The place in a file; null when the object is from none.</summary>
    public TextPlace? Place { get; init; }

    /// <summary>The object and the path of the field; null when the finding is in no object.</summary>
    public GraphField? Field { get; init; }

    /// <summary>The object and the path of the field as a text, without a slash when there is no namespace; null without a field.</summary>
    public string? FieldText => Field is { Namespace: "" } ? $"{Field.Kind} {Field.Name} {Field.Path}" : Field?.ToString();

    /// <summary>The rule of a check other than the doctor; null for a finding of the doctor.</summary>
    public SarifRule? Rule { get; init; }

    /// <summary>The finding of the doctor; null for one of another check.</summary>
    public TriggerFinding? Trigger { get; init; }

    /// <summary>Gets a value indicating whether <c>--fix</c> corrects it.</summary>
    public bool IsFixable => Trigger?.Correction is not null && Place is not null;

    /// <summary>Creates a finding of the doctor.</summary>
    public static Finding FromTrigger(TriggerFinding finding, TextPlace? place) => new()
    {
        Code = finding.Code,
        Severity = finding.Severity,
        Message = finding.Message,
        Place = place,
        Field = finding.Location,
        Trigger = finding,
    };

    /// <summary>Creates a finding of another check.</summary>
    public static Finding FromRule(SarifRule rule, string message, TextPlace? place, GraphField? field = null) => new()
    {
        Code = rule.Code,
        Severity = rule.Severity,
        Message = message,
        Place = place,
        Field = field,
        Rule = rule,
    };

    /// <summary>Creates the finding of a problem of a manifest.</summary>
    public static Finding FromProblem(ManifestProblem problem) =>
        FromRule(ProblemRules.Get(problem.Kind), problem.Message, problem.Place);
}
