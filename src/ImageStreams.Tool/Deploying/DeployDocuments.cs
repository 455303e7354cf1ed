using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;

namespace ImageStreams.Tool;

/// <summary>Renders the objects of a deployment, in the order in which they are created.</summary>
internal static class DeployDocuments
{
    /// <summary>Creates all objects.</summary>
    public static IEnumerable<JsonObject> Create(DeploySettings settings)
    {
        yield return CreateObject("v1", "Namespace", settings.Namespace, null);
        foreach (var definition in ImageStreamDefinitions.Create(settings.Group))
        {
            yield return JsonNode.Parse(ImageStreamJson.Serialize(definition))!.AsObject();
        }

        foreach (var part in AccessDocuments.Create(settings).Append(PodDocuments.CreateDeployment(settings)))
        {
            yield return part;
        }

        foreach (var part in settings.IsAggregated ? ServiceDocuments.Create(settings) : [])
        {
            yield return part;
        }
    }

    /// <summary>Creates an object without anything but its name.</summary>
    public static JsonObject CreateObject(string version, string kind, string name, string? ns)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (ns is not null)
        {
            metadata["namespace"] = ns;
        }

        metadata["labels"] = CreateLabels();
        return new JsonObject { ["apiVersion"] = version, ["kind"] = kind, ["metadata"] = metadata };
    }

    /// <summary>Creates the labels by which the pods are found.</summary>
    public static JsonObject CreateLabels() => new() { ["app.kubernetes.io/name"] = DeploySettings.Name };

    /// <summary>Formats an object as YAML.</summary>
    public static string Format(JsonObject document)
    {
        using var json = JsonDocument.Parse(document.ToJsonString());
        return string.Concat(YamlText.Format(json.RootElement).Select(static line => $"{line}\n"));
    }
}
