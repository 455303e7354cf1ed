using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

/// <summary>Compares an answer with its recording, field by field, and learns which identities correspond.</summary>
/// <remarks>
/// Null, absence, an empty list and an empty object are equal. Fields that are not compared are in
/// <see cref="LeftOut.Everywhere"/>.
/// </remarks>
/// <param name="identities">The identities that correspond.</param>
/// <param name="comparesOwners">True if the owners of fields are compared, too.</param>
internal sealed class AnswerComparison(Identities identities, bool comparesOwners = false)
{
    /// <summary>The replay's clock shows the recorded time of the request; the server may have taken this long.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>A set of fields, in which an empty object stands for a field.</summary>
    private const string OwnedFields = "fieldsV1";

    /// <summary>In it, an empty object stands for a field.</summary>
    private const string OwnedFieldSet = "fieldsV1";

    private static readonly HashSet<string> Times =
        ["creationTimestamp", "deletionTimestamp", "created", "time", "lastTransitionTime", "Created", "openshift.io/image.dockerRepositoryCheck"];

    private readonly List<string> _differences = [];

    /// <summary>Each difference, with its path and both values.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Compares the body of an answer.</summary>
    public void Compare(JsonNode? recorded, JsonNode? ours)
    {
        (recorded, ours) = (Luck.Sort(recorded), Luck.Sort(ours));
        if (recorded is JsonObject { } refusal && (string?)refusal["reason"] == "Invalid")
        {
            (recorded, ours) = (WithoutWording(recorded), WithoutWording(ours));
        }

        CompareValues("", "$", recorded, ours);
    }

    /// <summary>Compares the events of a watch; see <see cref="LeftOut.Everywhere"/> about bookmarks.</summary>
    public void CompareEvents(IEnumerable<JsonNode> recorded, IEnumerable<JsonNode> ours) =>
        CompareLists("$", [.. recorded], [.. ours]);

    private void CompareValues(string field, string path, JsonNode? recorded, JsonNode? ours)
    {
        if ((field == OwnedFields && !comparesOwners) || (IsAbsent(recorded) && IsAbsent(ours)) || IsLastPage(field, recorded, ours))
        {
            return;
        }

        if (field == OwnedFieldSet)
        {
            CompareExactly(path, recorded, ours);
            return;
        }

        if (IsWordOfRegistry(field, path))
        {
            identities.AliasText(field, recorded, ours);
            return;
        }

        switch (recorded, ours)
        {
            case (JsonObject one, JsonObject other) when field != OwnedFields:
                CompareObjects(path, one, other);
                break;
            case (JsonArray one, JsonArray other):
                CompareLists(path, [.. one], [.. other]);
                break;
            case (JsonValue one, JsonValue other) when AreSame(field, one, other):
                break;
            default:
                _differences.Add($"{path}: recorded {Excerpt(recorded)}, ours {Excerpt(ours)}");
                break;
        }
    }

    private void CompareExactly(string path, JsonNode? recorded, JsonNode? ours)
    {
        if (!JsonNode.DeepEquals(recorded, ours))
        {
            _differences.Add($"{path}: recorded {recorded?.ToJsonString()}, ours {ours?.ToJsonString()}");
        }
    }

    private void CompareObjects(string path, JsonObject recorded, JsonObject ours)
    {
        if (IsList(recorded)
            && recorded["metadata"]?[Identities.Version] is { } version
            && ours["metadata"]?[Identities.Version] is { } our)
        {
            identities.Alias((string)version!, (string)our!);
            recorded = WithoutVersion(recorded);
            ours = WithoutVersion(ours);
        }

        foreach (var field in recorded.Select(pair => pair.Key).Union(ours.Select(pair => pair.Key)))
        {
            CompareValues(field, $"{path}.{field}", recorded[field], ours[field]);
        }
    }

    /// <summary>Tests whether an object is a list or a table, which have the version of all writers to the cluster.</summary>
    private static bool IsList(JsonObject recorded) => (string?)(recorded["kind"] as JsonValue) is { } kind
        && (kind == "Table" || kind.EndsWith("List", StringComparison.Ordinal));

    private void CompareLists(string path, IReadOnlyList<JsonNode?> recorded, IReadOnlyList<JsonNode?> ours)
    {
        if (recorded.Count != ours.Count)
        {
            _differences.Add(
                $"{path}: recorded {recorded.Count} items {Excerpt(Names(recorded))}, "
                + $"ours {ours.Count} {Excerpt(Names(ours))}");
        }

        for (var i = 0; i < Math.Min(recorded.Count, ours.Count); i++)
        {
            CompareValues("", $"{path}[{i}]", recorded[i], ours[i]);
        }
    }

    private bool AreSame(string field, JsonValue recorded, JsonValue ours)
    {
        if (!recorded.TryGetValue(out string? text) || !ours.TryGetValue(out string? our))
        {
            return JsonNode.DeepEquals(recorded, ours);
        }

        return text == our
            || (field == "message" && identities.Translate(text) == our)
            || (Identities.IsIdentity(field) && identities.AreSame(text, our))
            || (Times.Contains(field) && AreNear(text, our) && identities.AliasText(field, recorded, ours))
            || field == "continue";
    }

    private static bool IsWordOfRegistry(string field, string path) => field == "message"
        && (path.Contains(".conditions[", StringComparison.Ordinal)
            || path.Contains(".status.images[", StringComparison.Ordinal)
            || path.Contains(".status.repository.", StringComparison.Ordinal));

    private static bool AreNear(string recorded, string ours) =>
        DateTimeOffset.TryParse(recorded, CultureInfo.InvariantCulture, out var one)
        && DateTimeOffset.TryParse(ours, CultureInfo.InvariantCulture, out var other)
        && (one - other).Duration() <= Tolerance;

    /// <summary>The rejection of an invalid object, without the text for people.</summary>
    private static JsonNode? WithoutWording(JsonNode? status)
    {
        status = status?.DeepClone();
        (status as JsonObject)?.Remove("message");
        foreach (var cause in status?["details"]?["causes"] as JsonArray ?? [])
        {
            (cause as JsonObject)?.Remove("message");
        }

        return status;
    }

    private static JsonObject WithoutVersion(JsonObject list)
    {
        var copy = list.DeepClone().AsObject();
        copy["metadata"]!.AsObject().Remove("resourceVersion");
        return copy;
    }

    private bool IsAbsent(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject members => members.All(member => (member.Key == OwnedFields && !comparesOwners) || IsAbsent(member.Value)),
        _ => false,
    };

    /// <summary>Tests whether neither has a token: lists of custom resources have an empty one.</summary>
    private static bool IsLastPage(string field, JsonNode? recorded, JsonNode? ours) =>
        field == Identities.Continue && ours is null && recorded is JsonValue token && token.TryGetValue(out string? text) && text.Length == 0;

    private static JsonArray Names(IReadOnlyList<JsonNode?> items) => new JsonArray(
    [
        .. items.Select(item => item as JsonObject).Select(item =>
            (item?["metadata"]?["name"] ?? item?["name"] ?? item?["tag"] ?? item?["type"] ?? item?["field"] ?? item)?.DeepClone()),
    ]);

    private static string Excerpt(JsonNode? value) =>
        value?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 900)] : "nothing";
}
