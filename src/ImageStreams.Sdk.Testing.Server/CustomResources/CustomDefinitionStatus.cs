using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>The status of custom resource definitions: whether their names are accepted, and their resources served.</summary>
internal static class CustomDefinitionStatus
{
    private const string NamesAccepted = "NamesAccepted";
    private const string Established = "Established";

    /// <summary>Determines whether the resource of a definition is served.</summary>
    /// <remarks>One that was stored behind the back of the API has no status, and is served.</remarks>
    public static bool IsEstablished(JsonObject definition) =>
        definition["status"] is not JsonObject status || WasEstablished(status);

    /// <summary>Sets the status of a definition that is created or updated, in place.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="conflict">The reason and the message of a name that is in use; null when all are accepted.</param>
    /// <param name="now">The time.</param>
    public static void Set(JsonObject definition, (string Reason, string Message)? conflict, Timestamp now)
    {
        var status = definition.GetOrAddObject("status");
        var wasEstablished = WasEstablished(status);
        var isAccepted = conflict is null;
        var accepted = isAccepted
            ? CreateCondition(NamesAccepted, true, "NoConflicts", "no conflicts found")
            : CreateCondition(NamesAccepted, false, conflict!.Value.Reason, conflict.Value.Message);
        var established = isAccepted || wasEstablished
            ? CreateCondition(Established, true, "InitialNamesAccepted", "the initial names have been accepted")
            : CreateCondition(Established, false, "NotAccepted", "not all names are accepted");
        SetCondition(status, accepted, now);
        SetCondition(status, established, now);
        if (isAccepted || status["acceptedNames"] is null)
        {
            status["acceptedNames"] = isAccepted
                ? definition.FindObject("spec", "names")?.DeepClone() ?? new JsonObject()
                : new JsonObject { ["kind"] = "", ["plural"] = "" };
        }

        AddStoredVersion(definition, status);
    }

    private static bool WasEstablished(JsonObject status) => status.FindItems("conditions")
        .Any(static condition => condition.FindText("type") == Established && condition.FindText("status") == "True");

    private static JsonObject CreateCondition(string type, bool isTrue, string reason, string message) => new()
    {
        ["lastTransitionTime"] = null,
        ["message"] = message,
        ["reason"] = reason,
        ["status"] = isTrue ? "True" : "False",
        ["type"] = type,
    };

    private static void SetCondition(JsonObject status, JsonObject condition, Timestamp now)
    {
        var conditions = status["conditions"] as JsonArray ?? [];
        var known = conditions.OfType<JsonObject>().FirstOrDefault(one => one.FindText("type") == condition.FindText("type"));
        condition["lastTransitionTime"] = known is not null && known.FindText("status") == condition.FindText("status")
            ? known.FindText("lastTransitionTime")
            : now.ToString();
        if (known is null)
        {
            conditions.Add((JsonNode)condition);
        }
        else
        {
            conditions[conditions.IndexOf(known)] = condition;
        }

        status["conditions"] ??= conditions;
    }

    // Versions stay in the list until an administrator has rewritten all objects.
    private static void AddStoredVersion(JsonObject definition, JsonObject status)
    {
        var storage = definition.FindItems("spec", "versions").FirstOrDefault(static version => version.IsTrue("storage"))?.FindText("name");
        var stored = status.FindTexts("storedVersions").ToList();
        if (storage is not null && !stored.Contains(storage))
        {
            stored.Add(storage);
        }

        status["storedVersions"] = new JsonArray([.. stored.Select(static one => (JsonNode)one)]);
    }
}
