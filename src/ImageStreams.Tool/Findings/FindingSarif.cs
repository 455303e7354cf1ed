using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>Writes findings as SARIF.</summary>
internal static class FindingSarif
{
    /// <summary>Writes a report as the text of a SARIF log.</summary>
    public static string ToJson(FindingReport report)
    {
        var places = report.Findings
            .Where(finding => finding.Trigger is not null && finding.Place is not null)
            .GroupBy(finding => finding.Field!)
            .ToDictionary(group => group.Key, group => ToPlace(group.First().Place));
        var problems = report.Findings.Where(finding => finding.Rule is not null).Select(ToProblem).ToList();
        var options = new TriggerSarifOptions { FindPlace = places.GetValueOrDefault, GetProblems = () => problems };

        return TriggerSarif.ToJson(report.Findings.Select(finding => finding.Trigger).OfType<TriggerFinding>().ToValueList(), options);
    }

    private static SarifProblem ToProblem(Finding finding) => new()
    {
        Rule = finding.Rule!,
        Message = finding.Message,
        Field = finding.Field,
        Place = ToPlace(finding.Place),
    };

    private static SarifPlace? ToPlace(TextPlace? place) =>
        place is null ? null : new SarifPlace { File = place.File, Line = place.Line, Column = place.Column };
}
