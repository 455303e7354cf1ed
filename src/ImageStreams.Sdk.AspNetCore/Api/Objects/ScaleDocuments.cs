using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The number of pods of an object as an object of its own: the subresource <c>scale</c>.</summary>
internal static class ScaleDocuments
{
    /// <summary>The name of the subresource.</summary>
    public const string Name = "scale";

    /// <summary>The <c>apiVersion</c> of its objects.</summary>
    public const string ApiVersion = "autoscaling/v1";

    private static readonly string[] CopiedMetadata = ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"];

    /// <summary>Creates the scale of an object.</summary>
    public static JsonObject Create(JsonObject value)
    {
        var metadata = new JsonObject();
        foreach (var field in CopiedMetadata)
        {
            metadata.CopyFrom(value.GetOrAddObject("metadata"), field);
        }

        return new JsonObject
        {
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = value.FindNumber("spec", "replicas") ?? 0 },
            ["status"] = new JsonObject
            {
                ["replicas"] = value.FindNumber("status", "replicas") ?? 0,
                ["selector"] = DescribeSelector(value),
            },
        };
    }

    /// <summary>Returns a scale as an answer.</summary>
    public static ServedAnswer ToAnswer(JsonObject scale) => ServedAnswer.FromObject(
        new ServedObject(ObjectDocuments.ToUtf8(scale)) { Kind = "Scale", ApiVersion = ApiVersion });

    private static string DescribeSelector(JsonObject value)
    {
        var labels = value.FindObject("spec", "selector", "matchLabels") ?? value.FindObject("spec", "selector") ?? [];
        return string.Join(',', labels.Where(label => label.Value is JsonValue).Select(label => $"{label.Key}={label.Value}"));
    }
}
