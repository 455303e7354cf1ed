using System.Collections.Frozen;
using ImageStreams.Graphs;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Writes a finding as a SARIF result.</summary>
internal static class SarifResultWriter
{
    private static readonly FrozenDictionary<string, int> Positions = TriggerRules.All
        .Select((rule, position) => KeyValuePair.Create(rule.Code, position))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Writes a finding.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="file">The file of the object; null when there is none.</param>
    public static void Write(ref WireWriter writer, TriggerFinding finding, string? file)
    {
        writer.StartObject();
        SarifLogWriter.WriteText(ref writer, "\"ruleId\":"u8, finding.Code);
        writer.Name("\"ruleIndex\":"u8);
        writer.Integer(Positions[finding.Code]);
        SarifLogWriter.WriteText(ref writer, "\"level\":"u8, SarifLogWriter.ToLevel(finding.Severity));
        SarifLogWriter.WriteMessage(ref writer, "\"message\":"u8, finding.Message);
        writer.Name("\"locations\":"u8);
        writer.StartArray();
        writer.StartItem();
        WriteLocation(ref writer, finding.Location, file);
        writer.EndArray();
        WriteFingerprint(ref writer, finding);
        WriteProperties(ref writer, finding);
        writer.EndObject();
    }

    private static void WriteLocation(ref WireWriter writer, GraphField location, string? file)
    {
        writer.StartObject();
        if (file is not null)
        {
            writer.Name("\"physicalLocation\":"u8);
            writer.StartObject();
            writer.Name("\"artifactLocation\":"u8);
            writer.StartObject();
            SarifLogWriter.WriteText(ref writer, "\"uri\":"u8, SarifUri.FromPath(file));
            writer.EndObject();
            writer.EndObject();
        }

        writer.Name("\"logicalLocations\":"u8);
        writer.StartArray();
        writer.StartItem();
        WriteLogicalLocation(ref writer, location);
        writer.EndArray();
        writer.EndObject();
    }

    private static void WriteLogicalLocation(ref WireWriter writer, GraphField location)
    {
        writer.StartObject();
        SarifLogWriter.WriteText(ref writer, "\"name\":"u8, location.Path);
        SarifLogWriter.WriteText(ref writer, "\"fullyQualifiedName\":"u8, GetQualifiedName(location));
        SarifLogWriter.WriteText(ref writer, "\"kind\":"u8, "property");
        writer.EndObject();
    }

    /// <summary>Writes the identity of a finding, which stays the same when lines and messages change.</summary>
    private static void WriteFingerprint(ref WireWriter writer, TriggerFinding finding)
    {
        writer.Name("\"partialFingerprints\":"u8);
        writer.StartObject();
        SarifLogWriter.WriteText(ref writer, "\"findingPlace/v1\":"u8, $"{finding.Code}:{GetQualifiedName(finding.Location)}");
        writer.EndObject();
    }

    private static void WriteProperties(ref WireWriter writer, TriggerFinding finding)
    {
        if (finding is { Tag: null, Correction: null })
        {
            return;
        }

        writer.Name("\"properties\":"u8);
        writer.StartObject();
        if (finding.Tag is { } tag)
        {
            SarifLogWriter.WriteText(ref writer, "\"imageStreamTag\":"u8, tag.ToString());
        }

        if (finding.Correction is { } correction)
        {
            writer.Name("\"correction\":"u8);
            writer.StartObject();
            SarifLogWriter.WriteText(ref writer, "\"path\":"u8, correction.Path);
            writer.Name("\"value\":"u8);
            writer.Raw(correction.Value);
            writer.EndObject();
        }

        writer.EndObject();
    }

    /// <summary>Gets the names of the object and the field, separated by slashes.</summary>
    private static string GetQualifiedName(GraphField location) =>
        $"{location.Kind}/{location.Namespace}/{location.Name}/{location.Path}";
}
