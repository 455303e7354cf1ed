using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>The mapping between our UIDs and versions and the recorded ones.</summary>
/// <remarks>
/// A pair is learned where an answer and its recording show an identity at the same place; from then on each of the two
/// stands for the other and for nothing else, so that a version that should have changed, or should not, is noticed.
/// </remarks>
internal sealed class Identities
{
    public const string Uid = "uid";
    public const string Version = "resourceVersion";
    public const string Continue = "continue";

    /// <summary>A version that is further from all that are known is one of the far past or future.</summary>
    private const long Neighborhood = 300;

    private readonly Dictionary<string, string> _ours = [];
    private readonly Dictionary<string, string> _recorded = [];
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<(string Field, string Text), string> _fieldTexts = [];

    /// <summary>Tests whether a field is an identity.</summary>
    public static bool IsIdentity(string field) => field is Uid or Version;

    /// <summary>Tests whether the two can be the same; learns that they are if neither is known.</summary>
    public bool AreSame(string recorded, string ours)
    {
        if (_ours.TryGetValue(recorded, out var known))
        {
            return known == ours;
        }

        return _recorded.TryAdd(ours, recorded) && _ours.TryAdd(recorded, ours);
    }

    /// <summary>
    /// Learns the counterpart of a recorded identity, unless it is known already; it may be that of others, too: a
    /// list's version is changed by other writers.
    /// </summary>
    public void Alias(string recorded, string ours) => _ours.TryAdd(recorded, ours);

    /// <summary>
    /// Learns our text for a recorded one, if both are texts: a time, or a message of a registry, that a client may send
    /// back. One recorded second may be two of ours, in different fields.
    /// </summary>
    public bool AliasText(string field, JsonNode? recorded, JsonNode? ours)
    {
        if (recorded is JsonValue one && ours is JsonValue other && one.TryGetValue(out string? text) && other.TryGetValue(out string? our))
        {
            _texts[text] = our;
            _fieldTexts[(field, text)] = our;
        }

        return true;
    }

    /// <summary>Tests whether the counterpart of a recorded identity is known.</summary>
    public bool Knows(string recorded) => _ours.ContainsKey(recorded);

    /// <summary>Our identity for a recorded one; an unknown one stands for itself.</summary>
    public string OursFor(string recorded) => _ours.GetValueOrDefault(recorded, recorded);

    /// <summary>Our version for a recorded one to read from; for one that something else in the recorded cluster had, the version
    /// before it, as nothing of ours changed in between.</summary>
    /// <param name="recorded">The recorded version.</param>
    /// <param name="initial">Our version when the recording began.</param>
    public string OursForVersion(string recorded, string initial)
    {
        if (_ours.TryGetValue(recorded, out var known) || !long.TryParse(recorded, CultureInfo.InvariantCulture, out var version))
        {
            return known ?? recorded;
        }

        var versions = _ours.Keys.Select(ReadVersion).Where(one => one > 0).ToList();
        if (versions.Count == 0 || version < versions.Min() - Neighborhood || version > versions.Max() + Neighborhood)
        {
            return recorded;
        }

        var before = versions.Where(one => one <= version).DefaultIfEmpty(0).Max();
        return before == 0 ? initial : _ours[before.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>Our text for a recorded one; an unknown one stands for itself.</summary>
    public string OursForText(string recorded) => _texts.GetValueOrDefault(recorded, recorded);

    /// <summary>Our text for a recorded one in a field; an unknown one stands for itself.</summary>
    public string OursForText(string field, string recorded) => _fieldTexts.GetValueOrDefault((field, recorded)) ?? OursForText(recorded);

    /// <summary>Learns the version and the token of an answer as a whole; only the server may have them.</summary>
    public void AliasAnswer(JsonNode? recorded, JsonNode? ours)
    {
        if (GetMetadata(recorded, Version) is { } version && GetMetadata(ours, Version) is { } ourVersion)
        {
            Alias(version, ourVersion);
        }

        // The server may give the same token for lists of several resources; it is sent back for the last one.
        if (GetMetadata(recorded, Continue) is { } token && GetMetadata(ours, Continue) is { } ourToken)
        {
            _ours[token] = ourToken;
        }
    }

    /// <summary>A sentence with the identities in it translated.</summary>
    public string Translate(string sentence) => string.Join(
        ' ', sentence.Split(' ').Select(word => TranslateWord(word, word.Trim('(', ')', '.', ',', ':', '"'))));

    /// <summary>A recorded request or object, translated so that it can be sent to us.</summary>
    public JsonNode? Translate(JsonNode? recorded) => recorded switch
    {
        JsonObject value => new JsonObject(value.Select(field => KeyValuePair.Create(field.Key, TranslateField(value, field)))),
        JsonArray list => new JsonArray([.. list.Select(Translate)]),
        JsonValue value when value.TryGetValue(out string? text) && _texts.TryGetValue(text, out var ours) => ours,
        null => null,
        _ => recorded.DeepClone(),
    };

    private static long ReadVersion(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static string? GetMetadata(JsonNode? answer, string field) =>
        answer is JsonObject { } value && value["metadata"] is JsonObject metadata ? (string?)(metadata[field] as JsonValue) : null;

    /// <summary>The value of an operation of a JSON patch on an identity is one, too.</summary>
    private JsonNode? TranslateField(JsonObject parent, KeyValuePair<string, JsonNode?> field)
    {
        var name = field.Key == "value" && parent["path"] is JsonValue path ? ((string)path!).Split('/')[^1] : field.Key;
        if (field.Value is not JsonValue value || !value.TryGetValue(out string? text))
        {
            return Translate(field.Value);
        }

        return IsIdentity(name) ? OursFor(text) : _fieldTexts.GetValueOrDefault((name, text)) ?? Translate(field.Value);
    }

    private string TranslateWord(string word, string core) =>
        core.Length > 0 ? word.Replace(core, OursFor(core), StringComparison.Ordinal) : word;
}
