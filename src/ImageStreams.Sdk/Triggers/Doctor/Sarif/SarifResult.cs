using System.Collections.Frozen;
using ImageStreams.Graphs;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Writes a finding as a SARIF result.</summary>
internal static class SarifResult
{
    private static readonly FrozenDictionary<string, int> Positions = TriggerRules.All
        .Select((rule, position) => KeyValuePair.Create(rule.Code, position))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Writes a finding.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="file">The file that it is in; null when it is in none.</param>
    public static void Write(ref WireWriter writer, TriggerFinding finding, string? file)
    {
        writer.StartObject();
        SarifText.Text(ref writer, "\"ruleId\":"u8, finding.Code);
        writer.Name("\"ruleIndex\":"u8);
        writer.Integer(Positions[finding.Code]);
        SarifText.Text(ref writer, "\"level\":"u8, SarifText.LevelOf(finding.Severity));
        SarifText.Message(ref writer, "\"message\":"u8, finding.Message);
        writer.Name("\"locations\":"u8);
        writer.StartArray();
        writer.StartItem();
        Location(ref writer, finding.Place, file);
        writer.EndArray();
        Fingerprint(ref writer, finding);
        Properties(ref writer, finding);
        writer.EndObject();
    }

    private static void Location(ref WireWriter writer, GraphField place, string? file)
    {
        writer.StartObject();
        if (file is not null)
        {
            writer.Name("\"physicalLocation\":"u8);
            writer.StartObject();
            writer.Name("\"artifactLocation\":"u8);
            writer.StartObject();
            SarifText.Text(ref writer, "\"uri\":"u8, SarifUri.Of(file));
            writer.EndObject();
            writer.EndObject();
        }

        writer.Name("\"logicalLocations\":"u8);
        writer.StartArray();
        writer.StartItem();
        LogicalLocation(ref writer, place);
        writer.EndArray();
        writer.EndObject();
    }

    private static void LogicalLocation(ref WireWriter writer, GraphField place)
    {
        writer.StartObject();
        SarifText.Text(ref writer, "\"name\":"u8, place.Path);
        SarifText.Text(ref writer, "\"fullyQualifiedName\":"u8, NameOf(place));
        SarifText.Text(ref writer, "\"kind\":"u8, "property");
        writer.EndObject();
    }

    /// <summary>What tells a finding from others in the next run, where lines and sentences may be others.</summary>
    private static void Fingerprint(ref WireWriter writer, TriggerFinding finding)
    {
        writer.Name("\"partialFingerprints\":"u8);
        writer.StartObject();
        SarifText.Text(ref writer, "\"findingPlace/v1\":"u8, $"{finding.Code}:{NameOf(finding.Place)}");
        writer.EndObject();
    }

    private static void Properties(ref WireWriter writer, TriggerFinding finding)
    {
        if (finding is { Tag: null, Correction: null })
        {
            return;
        }

        writer.Name("\"properties\":"u8);
        writer.StartObject();
        if (finding.Tag is { } tag)
        {
            SarifText.Text(ref writer, "\"imageStreamTag\":"u8, tag.ToString());
        }

        if (finding.Correction is { } correction)
        {
            writer.Name("\"correction\":"u8);
            writer.StartObject();
            SarifText.Text(ref writer, "\"path\":"u8, correction.Path);
            writer.Name("\"value\":"u8);
            writer.Raw(correction.Value);
            writer.EndObject();
        }

        writer.EndObject();
    }

    /// <summary>The object and the field, each step of the way behind a slash.</summary>
    private static string NameOf(GraphField place) => $"{place.Kind}/{place.Namespace}/{place.Name}/{place.Path}";
}
