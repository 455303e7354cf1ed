using ImageStreams.Graphs;

namespace ImageStreams.Triggers;

/// <summary>One result of a SARIF log: a finding of the doctor, or a problem of another check.</summary>
internal readonly record struct SarifResult
{
    public required string Code { get; init; }

    public required TriggerSeverity Severity { get; init; }

    public required string Message { get; init; }

    public required GraphField? Field { get; init; }

    public required SarifPlace? Place { get; init; }

    /// <summary>The finding; null for a problem of another check.</summary>
    public TriggerFinding? Finding { get; init; }

    public static SarifResult FromFinding(TriggerFinding finding, SarifPlace? place) => new()
    {
        Code = finding.Code,
        Severity = finding.Severity,
        Message = finding.Message,
        Field = finding.Location,
        Place = place,
        Finding = finding,
    };

    public static SarifResult FromProblem(SarifProblem problem) => new()
    {
        Code = problem.Rule.Code,
        Severity = problem.Rule.Severity,
        Message = problem.Message,
        Field = problem.Field,
        Place = problem.Place,
    };
}
