using System.Globalization;
using System.Text;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>Writes findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.</summary>
internal static class GitHubAnnotations
{
    /// <summary>Writes a report.</summary>
    public static void Write(TextWriter output, FindingReport report)
    {
        foreach (var finding in report.Findings)
        {
            output.Write(Format(finding));
            output.Write('\n');
        }
    }

    /// <summary>Formats one finding.</summary>
    public static string Format(Finding finding)
    {
        var command = finding.Severity switch
        {
            TriggerSeverity.Error => "error",
            TriggerSeverity.Warning => "warning",
            _ => "notice",
        };
        var place = finding.Place is { } known
            ? string.Create(
                CultureInfo.InvariantCulture, $"file={EscapeProperty(known.File)},line={known.Line},col={known.Column},")
            : "";
        var where = finding.FieldText is { } field ? $" ({field})" : "";
        return $"::{command} {place}title={EscapeProperty(finding.Code)}::{EscapeData(finding.Message + where)}";
    }

    /// <summary>Escapes a message: a percent sign and line ends; other control characters become visible.</summary>
    public static string EscapeData(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '%' => escaped.Append("%25"),
                '\r' => escaped.Append("%0D"),
                '\n' => escaped.Append("%0A"),
                _ => escaped.Append(c),
            };
        }

        return SafeText.Escape(escaped.ToString());
    }

    /// <summary>Escapes a property, in which a colon and a comma have a meaning, too.</summary>
    public static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
