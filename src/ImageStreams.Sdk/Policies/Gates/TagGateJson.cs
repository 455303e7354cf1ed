using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The JSON of gates.</summary>
internal static class TagGateJson
{
    private const string Duration = "a duration such as 90m, 36h or 7d";

    /// <summary>Reads gates.</summary>
    public static TagGateSet Read(GateJson json, JsonElement root) =>
        new() { Gates = json.ReadObjects(root, "", TagGateSet.MaxGates, ReadGate).ToValueList() };

    /// <summary>Writes gates.</summary>
    public static void Write(Utf8JsonWriter json, TagGateSet set) =>
        AnnotationJson.WriteObjects(json, set.Gates, gate => WriteGate(json, gate));

    private static TagGate ReadGate(GateJsonObject fields) => TagGateWords.Kinds[fields.Word("gate", TagGateWords.Kinds)] switch
    {
        TagGateWords.Maturity => new TagGate.Maturity { For = fields.Required("for", Duration, ShortDuration.Read) },
        TagGateWords.Interval => new TagGate.Interval { Every = fields.Required("every", Duration, ShortDuration.Read) },
        TagGateWords.Approval => ReadApproval(fields),
        TagGateWords.Window => ReadWindow(fields),
        _ => new TagGate.Image { Check = fields.Text("name", TagGateChecks.MaxName) },
    };

    private static TagGate.Approval ReadApproval(GateJsonObject fields) => new()
    {
        By = fields.Texts("by", "a name", TagGateChecks.MaxNames, name => name) ?? [],
        Expires = fields.Optional("expires", Duration, ShortDuration.Read),
    };

    private static TagGate.Window ReadWindow(GateJsonObject fields) => new()
    {
        TimeZone = fields.OptionalText("zone", TagGateChecks.MaxName) ?? TagGateWords.Utc,
        Open = fields.Texts("open", "hours such as mon-fri 08:00-17:00", TagGateChecks.MaxOpenings, GateOpeningText.Read),
        Freezes = fields.Texts("freeze", "days such as 2026-12-24 or 2026-12-20/2027-01-06", TagGateChecks.MaxFreezes, GateFreeze.Read) ?? [],
    };

    private static void WriteGate(Utf8JsonWriter json, TagGate gate)
    {
        json.WriteString("gate", gate is TagGate.Image ? TagGateWords.Image : gate.Name);
        switch (gate)
        {
            case TagGate.Maturity maturity:
                json.WriteString("for", ShortDuration.Write(maturity.For));
                break;
            case TagGate.Interval interval:
                json.WriteString("every", ShortDuration.Write(interval.Every));
                break;
            case TagGate.Approval approval:
                WriteApproval(json, approval);
                break;
            case TagGate.Window window:
                WriteWindow(json, window);
                break;
            case TagGate.Image image:
                json.WriteString("name", image.Check);
                break;
        }
    }

    private static void WriteApproval(Utf8JsonWriter json, TagGate.Approval approval)
    {
        if (!approval.By.IsEmpty)
        {
            AnnotationJson.WriteTexts(json, "by", approval.By);
        }

        AnnotationJson.WriteText(json, "expires", approval.Expires is { } time ? ShortDuration.Write(time) : null);
    }

    private static void WriteWindow(Utf8JsonWriter json, TagGate.Window window)
    {
        AnnotationJson.WriteText(json, "zone", window.TimeZone == TagGateWords.Utc ? null : window.TimeZone);
        if (window.Open is { } hours)
        {
            AnnotationJson.WriteTexts(json, "open", hours.Select(opening => opening.ToString()));
        }

        if (!window.Freezes.IsEmpty)
        {
            AnnotationJson.WriteTexts(json, "freeze", window.Freezes.Select(freeze => freeze.ToString()));
        }
    }
}
