using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The number of pods of an object as an object of its own: the subresource <c>scale</c>.</summary>
internal static class ScaleDocuments
{
    /// <summary>The name of the subresource.</summary>
    public const string Name = "scale";

    /// <summary>The <c>apiVersion</c> of its objects.</summary>
    public const string ApiVersion = "autoscaling/v1";

    /// <summary>The <c>apiVersion</c> of the scale of deployment configurations, which has its selector as a map.</summary>
    public const string OldApiVersion = "extensions/v1beta1";

    private static readonly string[] CopiedMetadata = ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"];

    /// <summary>Determines whether a resource has a scale of the old version.</summary>
    public static bool IsOld(ResourceDefinition definition) =>
        definition.Subresources.Any(static one => one is { Name: Name, ApiVersion: OldApiVersion });

    /// <summary>Creates the scale of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="isOld">True for one of the old version.</param>
    public static JsonObject Create(JsonObject value, bool isOld)
    {
        var metadata = new JsonObject();
        foreach (var field in CopiedMetadata)
        {
            metadata.CopyFrom(value.GetOrAddObject("metadata"), field);
        }

        var status = new JsonObject { ["replicas"] = value.FindNumber("status", "replicas") ?? 0 };
        SetSelector(status, value, isOld);
        return new JsonObject
        {
            ["metadata"] = metadata,
            ["spec"] = new JsonObject { ["replicas"] = value.FindNumber("spec", "replicas") ?? 0 },
            ["status"] = status,
        };
    }

    /// <summary>Returns a scale as an answer.</summary>
    public static ServedAnswer ToAnswer(JsonObject scale, bool isOld) => ServedAnswer.FromObject(
        new ServedObject(ObjectDocuments.ToUtf8(scale)) { Kind = "Scale", ApiVersion = isOld ? OldApiVersion : ApiVersion });

    private static void SetSelector(JsonObject status, JsonObject value, bool isOld)
    {
        var labels = value.FindObject("spec", "selector", "matchLabels") ?? value.FindObject("spec", "selector") ?? [];
        if (!isOld)
        {
            status["selector"] = Describe(labels);
            return;
        }

        var selector = (JsonObject)labels.DeepClone();
        selector["deploymentconfig"] = value.FindText("metadata", "name");
        status["selector"] = selector;
        status["targetSelector"] = Describe(selector);
    }

    private static string Describe(JsonObject labels) =>
        string.Join(',', labels.Where(label => label.Value is JsonValue).Select(label => $"{label.Key}={label.Value}"));
}
