using System.Buffers;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Writes a SARIF log with one run of the doctor and all rules.</summary>
internal static class SarifLogWriter
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private const string Version = "2.1.0";
    private const string ToolName = "ImageStreams trigger doctor";

    public static void Write(
        IBufferWriter<byte> destination, ValueList<TriggerFinding> findings, TriggerSarifOptions options)
    {
        var writer = new WireWriter(destination);
        writer.StartObject();
        WriteText(ref writer, "\"$schema\":"u8, Schema);
        WriteText(ref writer, "\"version\":"u8, Version);
        writer.Name("\"runs\":"u8);
        writer.StartArray();
        writer.StartItem();
        WriteRun(ref writer, findings, options);
        writer.EndArray();
        writer.EndObject();
        writer.Flush();
    }

    public static string ToLevel(TriggerSeverity severity) => severity switch
    {
        TriggerSeverity.Error => "error",
        TriggerSeverity.Warning => "warning",
        _ => "note",
    };

    public static void WriteText(ref WireWriter writer, ReadOnlySpan<byte> name, string value)
    {
        writer.Name(name);
        writer.Text(value);
    }

    private static void WriteRun(ref WireWriter writer, ValueList<TriggerFinding> findings, TriggerSarifOptions options)
    {
        var problems = options.GetProblems?.Invoke() ?? [];
        var rules = new SarifRuleIndex(problems);
        writer.StartObject();
        writer.Name("\"tool\":"u8);
        writer.StartObject();
        writer.Name("\"driver\":"u8);
        WriteDriver(ref writer, rules);
        writer.EndObject();
        if (options.FindPlace is not null)
        {
            WriteText(ref writer, "\"columnKind\":"u8, "utf16CodeUnits");
        }

        writer.Name("\"results\":"u8);
        writer.StartArray();
        WriteResults(ref writer, rules, problems.Select(SarifResult.FromProblem));
        WriteResults(
            ref writer, rules, findings.Select(finding => SarifResult.FromFinding(finding, options.Find(finding.Location))));
        writer.EndArray();
        writer.EndObject();
    }

    private static void WriteResults(ref WireWriter writer, SarifRuleIndex rules, IEnumerable<SarifResult> results)
    {
        foreach (var result in results)
        {
            writer.StartItem();
            SarifResultWriter.Write(ref writer, result, rules.GetPosition(result.Code));
        }
    }

    private static void WriteDriver(ref WireWriter writer, SarifRuleIndex rules)
    {
        writer.StartObject();
        WriteText(ref writer, "\"name\":"u8, ToolName);
        WriteText(
            ref writer, "\"semanticVersion\":"u8, typeof(TriggerDoctor).Assembly.GetName().Version!.ToString(fieldCount: 3));
        writer.Name("\"rules\":"u8);
        writer.StartArray();
        foreach (var rule in rules.Rules)
        {
            writer.StartItem();
            WriteRule(ref writer, rule);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void WriteRule(ref WireWriter writer, SarifRule rule)
    {
        writer.StartObject();
        WriteText(ref writer, "\"id\":"u8, rule.Code);
        WriteText(ref writer, "\"name\":"u8, rule.Name);
        WriteMessage(ref writer, "\"shortDescription\":"u8, rule.Title);
        WriteMessage(ref writer, "\"help\":"u8, rule.Help);
        writer.Name("\"defaultConfiguration\":"u8);
        writer.StartObject();
        WriteText(ref writer, "\"level\":"u8, ToLevel(rule.Severity));
        writer.EndObject();
        writer.EndObject();
    }

    public static void WriteMessage(ref WireWriter writer, ReadOnlySpan<byte> name, string text)
    {
        writer.Name(name);
        writer.StartObject();
        WriteText(ref writer, "\"text\":"u8, text);
        writer.EndObject();
    }
}
