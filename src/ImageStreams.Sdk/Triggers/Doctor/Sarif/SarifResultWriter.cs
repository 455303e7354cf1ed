using ImageStreams.Graphs;
using ImageStreams.Serialization;

namespace ImageStreams.Triggers;

/// <summary>Writes a finding or a problem as a SARIF result.</summary>
internal static class SarifResultWriter
{
    /// <summary>Writes a result.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="result">The result.</param>
    /// <param name="position">The position of its rule.</param>
    public static void Write(ref WireWriter writer, SarifResult result, int position)
    {
        writer.StartObject();
        SarifLogWriter.WriteText(ref writer, "\"ruleId\":"u8, result.Code);
        writer.Name("\"ruleIndex\":"u8);
        writer.Integer(position);
        SarifLogWriter.WriteText(ref writer, "\"level\":"u8, SarifLogWriter.ToLevel(result.Severity));
        SarifLogWriter.WriteMessage(ref writer, "\"message\":"u8, result.Message);
        writer.Name("\"locations\":"u8);
        writer.StartArray();
        if (result is not { Place: null, Field: null })
        {
            writer.StartItem();
            WriteLocation(ref writer, result);
        }

        writer.EndArray();
        WriteFingerprint(ref writer, result);
        WriteProperties(ref writer, result.Finding);
        writer.EndObject();
    }

    private static void WriteLocation(ref WireWriter writer, SarifResult result)
    {
        writer.StartObject();
        if (result.Place is { } place)
        {
            WritePhysicalLocation(ref writer, place);
        }

        if (result.Field is { } field)
        {
            writer.Name("\"logicalLocations\":"u8);
            writer.StartArray();
            writer.StartItem();
            WriteLogicalLocation(ref writer, field);
            writer.EndArray();
        }

        writer.EndObject();
    }

    private static void WritePhysicalLocation(ref WireWriter writer, SarifPlace place)
    {
        writer.Name("\"physicalLocation\":"u8);
        writer.StartObject();
        writer.Name("\"artifactLocation\":"u8);
        writer.StartObject();
        SarifLogWriter.WriteText(ref writer, "\"uri\":"u8, SarifUri.FromPath(place.File));
        writer.EndObject();
        if (place.Line is { } line)
        {
            WriteRegion(ref writer, line, place.Column);
        }

        writer.EndObject();
    }

    private static void WriteRegion(ref WireWriter writer, int line, int? column)
    {
        writer.Name("\"region\":"u8);
        writer.StartObject();
        writer.Name("\"startLine\":"u8);
        writer.Integer(line);
        if (column is { } start)
        {
            writer.Name("\"startColumn\":"u8);
            writer.Integer(start);
        }

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
    private static void WriteFingerprint(ref WireWriter writer, SarifResult result)
    {
        var place = result.Field is { } field ? GetQualifiedName(field) : result.Place?.File;
        if (place is null)
        {
            return;
        }

        writer.Name("\"partialFingerprints\":"u8);
        writer.StartObject();
        SarifLogWriter.WriteText(ref writer, "\"findingPlace/v1\":"u8, $"{result.Code}:{place}");
        writer.EndObject();
    }

    private static void WriteProperties(ref WireWriter writer, TriggerFinding? finding)
    {
        if (finding is null or { Tag: null, Correction: null })
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
