using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Selects the fields of a stream that a writer of it can want.</summary>
internal static class StreamFields
{
    public static ClusterObject Select(ImageStream stream)
    {
        var json = JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(Reduce(stream).WithTypeMeta()))!.AsObject();
        json.Remove("status");
        foreach (var tag in ((json["spec"] as JsonObject)?["tags"] as JsonArray ?? []).OfType<JsonObject>())
        {
            RemoveNull(tag, "annotations");
            RemoveNull(tag, "generation");
        }

        return ImageStreamJson.Deserialize<ClusterObject>(json.ToJsonString());
    }

    private static ImageStream Reduce(ImageStream stream) => stream with
    {
        Metadata = new ObjectMeta
        {
            Name = stream.Metadata.Name,
            Namespace = stream.Metadata.Namespace,
            Labels = stream.Metadata.Labels,
            Annotations = stream.Metadata.Annotations,
        },
    };

    private static void RemoveNull(JsonObject value, string name)
    {
        if (value.TryGetPropertyValue(name, out var field) && field is null)
        {
            value.Remove(name);
        }
    }
}
