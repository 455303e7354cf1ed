using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The JSON of the memory of gates.</summary>
internal static class TagGateStateJson
{
    private const int MaxRevision = 64;

    /// <summary>Reads a memory.</summary>
    public static TagGateState Read(GateJson json, JsonElement root)
    {
        var fields = new GateJsonObject(json, root, "");
        var state = new TagGateState
        {
            MovedAt = fields.Time("moved"),
            Candidates = fields.Objects("candidates", TagGateState.MaxCandidates, ReadCandidate).ToValueList(),
        };
        fields.RefuseUnknown();
        return state;
    }

    /// <summary>Writes a memory.</summary>
    public static void Write(Utf8JsonWriter json, TagGateState state)
    {
        json.WriteStartObject();
        AnnotationJson.WriteTime(json, "moved", state.MovedAt);
        AnnotationJson.WriteObjects(json, "candidates", state.Candidates, one => WriteCandidate(json, one));
        json.WriteEndObject();
    }

    private static TagGateCandidate ReadCandidate(GateJsonObject fields) => new()
    {
        Tag = fields.Text("tag", TagGateChecks.MaxName),
        Digest = fields.Digest("digest")!,
        SeenAt = fields.RequiredTime("seen"),
        ApprovedAt = fields.Time("approved"),
        Checks = fields.Objects("checks", TagGateSet.MaxGates, ReadCheck).ToValueList(),
        Results = fields.Objects("results", TagGateSet.MaxGates, ReadMark).ToValueList(),
    };

    private static ImageGateRecord ReadCheck(GateJsonObject fields) => new()
    {
        Name = fields.Text("name", TagGateChecks.MaxName),
        Revision = fields.OptionalText("revision", MaxRevision) ?? "",
        Standing = (TagGateStanding)fields.Word("result", TagGateWords.Answers),
        Reason = fields.OptionalText("reason", ImageGateRecord.MaxReason) ?? "",
        At = fields.RequiredTime("at"),
        Tries = fields.Count("tries"),
        NextTry = fields.Time("next"),
    };

    private static TagGateMark ReadMark(GateJsonObject fields) => new(
        fields.Text("gate", TagGateChecks.MaxName), (TagGateStanding)fields.Word("result", TagGateWords.Standings), fields.Time("until"));

    private static void WriteCandidate(Utf8JsonWriter json, TagGateCandidate candidate)
    {
        json.WriteString("tag", candidate.Tag);
        json.WriteString("digest", candidate.Digest.ToString());
        AnnotationJson.WriteTime(json, "seen", candidate.SeenAt);
        AnnotationJson.WriteTime(json, "approved", candidate.ApprovedAt);
        AnnotationJson.WriteObjects(json, "checks", candidate.Checks, check => WriteCheck(json, check));
        AnnotationJson.WriteObjects(json, "results", candidate.Results, mark => WriteMark(json, mark));
    }

    private static void WriteCheck(Utf8JsonWriter json, ImageGateRecord check)
    {
        json.WriteString("name", check.Name);
        AnnotationJson.WriteText(json, "revision", check.Revision);
        json.WriteString("result", TagGateWords.Answers[(int)check.Standing]);
        AnnotationJson.WriteText(json, "reason", check.Reason);
        AnnotationJson.WriteTime(json, "at", check.At);
        if (check.Tries > 0)
        {
            json.WriteNumber("tries", check.Tries);
        }

        AnnotationJson.WriteTime(json, "next", check.NextTry);
    }

    private static void WriteMark(Utf8JsonWriter json, TagGateMark mark)
    {
        json.WriteString("gate", mark.Gate);
        json.WriteString("result", TagGateWords.Standings[(int)mark.Standing]);
        AnnotationJson.WriteTime(json, "until", mark.Until);
    }
}
