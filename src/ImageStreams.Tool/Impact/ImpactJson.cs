using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Triggers;

namespace ImageStreams.Tool;

/// <summary>Writes an impact as JSON.</summary>
internal static class ImpactJson
{
    /// <summary>Writes an answer.</summary>
    public static void Write(ToolEnvironment environment, ImpactReport report) =>
        JsonOutput.Write(environment, "impact", writer =>
        {
            var impact = report.Impact;
            writer.WriteNodes("moved", impact.Moved);
            writer.WriteTexts("unknown", impact.Unknown.Select(unknown => unknown.Explanation));
            writer.WriteNumber("builds", impact.Builds);
            writer.WriteNumber("rollouts", impact.Rollouts);
            writer.WriteNumber("tags", impact.Tags);
            writer.WriteTexts("assumptions", AssumptionText.GetNames(report.RestsOn));
            writer.WriteArray("waves", impact.Waves, (item, wave) =>
            {
                item.WriteNumber("number", wave.Number);
                WriteItems(item, "items", wave.Items, report);
            });
            WriteItems(writer, "cutOffByPause", impact.CutOffByPause, report);
            WriteItems(writer, "manual", impact.Manual, report);
            writer.WriteCycles("newCycles", report.NewCycles, report.Input);
            writer.WriteArray("newFindings", report.NewFindings, (item, finding) => WriteFinding(item, finding, report.Input));
        });

    private static void WriteNodes(this Utf8JsonWriter writer, string name, ValueList<GraphNode> nodes) =>
        writer.WriteArray(name, nodes, (item, node) =>
        {
            var (kind, ns, text) = GraphJsonExtensions.Describe(node);
            item.WriteString("kind", kind);
            item.WriteString("namespace", ns);
            item.WriteString("name", text);
        });

    private static void WriteItems(Utf8JsonWriter writer, string name, ValueList<ImpactItem> items, ImpactReport report) =>
        writer.WriteArray(name, items, (json, item) =>
        {
            json.WriteNode("node", item.Node);
            json.WriteBoolean("inLoop", item.IsInLoop);
            json.WriteTexts("assumptions", AssumptionText.GetNames(report.FindAssumption(item)));
            json.WriteStartObject("cause");
            json.WriteEdge(item.Cause, report.Input);
            json.WriteEndObject();
        });

    private static void WriteFinding(Utf8JsonWriter writer, TriggerFinding finding, LoadedInput input)
    {
        writer.WriteString("code", finding.Code);
        writer.WriteString("severity", FindingWriter.ToWord(finding.Severity));
        writer.WriteString("message", finding.Message);
        writer.WritePlace("place", input.FindPlace(finding.Location));
        writer.WriteField("field", finding.Location);
    }
}
