using System.Text.Json;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>Writes findings in each form.</summary>
internal static class FindingWriter
{
    /// <summary>The forms of findings.</summary>
    public static string[] Forms => [OutputOption.Text, OutputOption.Json, OutputOption.Sarif, OutputOption.GitHub];

    /// <summary>Writes a report in a form.</summary>
    public static void Write(ToolEnvironment environment, FindingReport report, string form)
    {
        switch (form)
        {
            case OutputOption.Json:
                WriteJson(environment, report);
                break;
            case OutputOption.Sarif:
                environment.Out.Write(JsonOutput.EscapeFormatting(FindingSarif.ToJson(report)));
                environment.Out.Write('\n');
                break;
            case OutputOption.GitHub:
                GitHubAnnotations.Write(environment.Out, report);
                break;
            default:
                WriteText(TextOutput.ForOut(environment), report);
                break;
        }
    }

    /// <summary>Gets the word for a severity.</summary>
    public static string ToWord(TriggerSeverity severity) => severity switch
    {
        TriggerSeverity.Error => "error",
        TriggerSeverity.Warning => "warning",
        _ => "note",
    };

    private static void WriteText(TextOutput output, FindingReport report)
    {
        foreach (var finding in report.Findings)
        {
            WriteFinding(output, finding, hasCluster: report.ClusterObjects is not null);
        }

        var fixable = report.Findings.Count(finding => finding.IsFixable);
        output.WriteLine(
            $"{ToolText.Count(report.Count(TriggerSeverity.Error), "error")}, "
            + $"{ToolText.Count(report.Count(TriggerSeverity.Warning), "warning")}, "
            + $"{ToolText.Count(report.Count(TriggerSeverity.Note), "note")} "
            + $"in {CountObjects(report)}"
            + (fixable == 0 ? "" : $"; --fix corrects {fixable}"),
            Tone.Strong);
    }

    private static string CountObjects(FindingReport report)
    {
        var files = $"{ToolText.Count(report.Objects, "object")} of {ToolText.Count(report.Files, "file")}";
        if (report.ClusterObjects is not { } count)
        {
            return files;
        }

        var cluster = $"{ToolText.Count(count, "object")} of the cluster";
        return report.Files == 0 ? cluster : $"{files}, over {cluster}";
    }

    private static void WriteFinding(TextOutput output, Finding finding, bool hasCluster)
    {
        var elsewhere = hasCluster ? "cluster: " : "";
        output.Write(finding.Place is { } place ? $"{place}: " : elsewhere, Tone.Strong);
        output.Write($"{ToWord(finding.Severity)} {finding.Code}", ToTone(finding.Severity));
        output.WriteLine($": {finding.Message}");
        if (finding.FieldText is { } field)
        {
            output.WriteLine($"  in {field}", Tone.Muted);
        }
    }

    private static Tone ToTone(TriggerSeverity severity) => severity switch
    {
        TriggerSeverity.Error => Tone.Error,
        TriggerSeverity.Warning => Tone.Warning,
        _ => Tone.Note,
    };

    private static void WriteJson(ToolEnvironment environment, FindingReport report) =>
        JsonOutput.Write(environment, report.Command, writer =>
        {
            writer.WriteStartObject("summary");
            writer.WriteNumber("errors", report.Count(TriggerSeverity.Error));
            writer.WriteNumber("warnings", report.Count(TriggerSeverity.Warning));
            writer.WriteNumber("notes", report.Count(TriggerSeverity.Note));
            writer.WriteNumber("objects", report.Objects);
            writer.WriteNumber("files", report.Files);
            if (report.ClusterObjects is { } count)
            {
                writer.WriteNumber("clusterObjects", count);
            }

            writer.WriteEndObject();
            writer.WriteArray("findings", report.Findings, WriteFinding);
        });

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", ToWord(finding.Severity));
        writer.WriteString("message", finding.Message);
        writer.WritePlace("place", finding.Place);
        writer.WriteField("field", finding.Field);
        writer.WriteBoolean("fixable", finding.IsFixable);
    }
}
