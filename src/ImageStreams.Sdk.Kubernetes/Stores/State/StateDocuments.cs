using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Reads and writes the ConfigMaps of a state.</summary>
internal static class StateDocuments
{
    private const string Data = "data";

    /// <summary>Creates a ConfigMap with entries.</summary>
    public static ClusterObject Create(string ns, string name, JsonObject labels, IEnumerable<KeyValuePair<string, string?>> entries)
    {
        var document = new JsonObject
        {
            ["kind"] = "ConfigMap",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject { ["namespace"] = ns, ["name"] = name, ["labels"] = labels },
            [Data] = WriteData(entries.Where(static entry => entry.Value is not null)),
        };
        return ImageStreamJson.Deserialize<ClusterObject>(document.ToJsonString());
    }

    /// <summary>Creates the patch that sets and removes entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="version">The version that the ConfigMap must have; null for any.</param>
    public static ObjectPatch CreatePatch(IEnumerable<KeyValuePair<string, string?>> entries, string? version)
    {
        var document = new JsonObject { [Data] = WriteData(entries) };
        if (version is not null)
        {
            document["metadata"] = new JsonObject { ["resourceVersion"] = version };
        }

        return ObjectPatch.Merge(document.ToJsonString());
    }

    /// <summary>Reads the entries.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(ClusterObject value)
    {
        if (!value.UnknownFields.TryGetValue(Data, out var data) || data.ToJsonElement() is not { ValueKind: JsonValueKind.Object } json)
        {
            return [];
        }

        return json.EnumerateObject()
            .Where(static entry => entry.Value.ValueKind == JsonValueKind.String)
            .Select(static entry => KeyValuePair.Create(entry.Name, entry.Value.GetString()!));
    }

    /// <summary>Measures what a cluster counts: the values, and the keys.</summary>
    public static int Measure(ClusterObject value) => Read(value).Sum(static entry => Measure(entry.Key, entry.Value));

    /// <summary>Measures an entry; one that goes has no size.</summary>
    public static int Measure(string key, string? value) =>
        value is null ? 0 : Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);

    private static JsonObject WriteData(IEnumerable<KeyValuePair<string, string?>> entries) =>
        new(entries.Select(static entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
}
