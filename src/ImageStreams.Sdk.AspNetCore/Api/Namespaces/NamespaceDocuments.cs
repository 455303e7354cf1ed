using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Writes namespaces.</summary>
internal static class NamespaceDocuments
{
    /// <summary>The label with the name, by which a namespace can be selected.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Creates a namespace with a name, labels and annotations.</summary>
    public static ClusterObject Create(ObjectMeta metadata)
    {
        var kept = new ObjectMeta
        {
            Name = metadata.Name,
            Labels = metadata.Labels.Set(NameLabel, metadata.Name!),
            Annotations = metadata.Annotations,
        };
        return CreateEmpty() with { Metadata = kept };
    }

    /// <summary>Creates a namespace that nobody has written to, with a UID that is always the same for its name.</summary>
    public static ClusterObject Imagine(string name, Timestamp created)
    {
        var imagined = Create(new ObjectMeta { Name = name });
        var uid = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        return imagined with { Metadata = imagined.Metadata with { Uid = uid.ToString(), CreationTimestamp = created } };
    }

    /// <summary>Creates a namespace that goes; all else in it stays.</summary>
    public static ClusterObject Terminate(ClusterObject value, Timestamp now)
    {
        var document = ObjectDocuments.FromObject(value);
        document.GetOrAddObject("status")["phase"] = "Terminating";
        document.GetOrAddObject("metadata")["deletionTimestamp"] = now.ToString();
        return ObjectDocuments.ToObject(document, value.Metadata.ManagedFields);
    }

    /// <summary>Creates a namespace without the finalizer of the server, which has emptied it; the same one when it has none.</summary>
    public static ClusterObject Release(ClusterObject value)
    {
        var document = ObjectDocuments.FromObject(value);
        var finalizers = GetFinalizers(document);
        if (!finalizers.Contains(NamespaceRules.Finalizer))
        {
            return value;
        }

        SetFinalizers(document, [.. finalizers.Where(static one => one != NamespaceRules.Finalizer)]);
        return ObjectDocuments.ToObject(document, value.Metadata.ManagedFields);
    }

    /// <summary>Determines whether somebody holds a namespace that is empty.</summary>
    public static bool IsHeld(ClusterObject value) =>
        !value.Metadata.Finalizers.IsEmpty || GetFinalizers(ObjectDocuments.FromObject(value)).Length > 0;

    /// <summary>Returns the finalizers in <c>spec</c>.</summary>
    public static string[] GetFinalizers(JsonObject value) => value.Find("spec", "finalizers") is JsonArray finalizers
        ? [.. finalizers.Select(static one => one?.GetValueKind() == JsonValueKind.String ? one.GetValue<string>() : "").Where(static one => one.Length > 0)]
        : [];

    /// <summary>Reads metadata from the body of a request.</summary>
    public static ObjectMeta ReadMetadata(JsonObject body)
    {
        var metadata = ReviewBody.FindObject(body, "metadata") ?? new JsonObject();
        return new ObjectMeta
        {
            Name = ReviewBody.FindText(metadata, "name"),
            Labels = ReadTexts(metadata, "labels"),
            Annotations = ReadTexts(metadata, "annotations"),
        };
    }

    /// <summary>Replaces the finalizers in <c>spec</c>, and all else there.</summary>
    public static void SetFinalizers(JsonObject value, string[] finalizers) => value["spec"] =
        finalizers.Length == 0 ? new JsonObject() : new JsonObject { ["finalizers"] = DiscoveryJson.WriteTexts(finalizers) };

    private static ValueMap<string> ReadTexts(JsonObject metadata, string name) =>
        ReviewBody.FindObject(metadata, name) is { } texts
            ? texts.Select(one => KeyValuePair.Create(one.Key, ReviewBody.FindText(texts, one.Key))).ToValueMap()
            : default;

    private static ClusterObject CreateEmpty() => ImageStreamJson.Deserialize<ClusterObject>(DiscoveryDocument.Write(new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Namespace",
        ["spec"] = new JsonObject { ["finalizers"] = new JsonArray(NamespaceRules.Finalizer) },
        ["status"] = new JsonObject { ["phase"] = "Active" },
    }));
}
