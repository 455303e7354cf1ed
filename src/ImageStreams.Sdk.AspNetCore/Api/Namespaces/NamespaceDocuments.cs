using System.Security.Cryptography;
using System.Text;
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
        return Write("Active") with { Metadata = kept };
    }

    /// <summary>Creates a namespace that nobody has written to, with a UID that is always the same for its name.</summary>
    public static ClusterObject Imagine(string name, Timestamp created)
    {
        var imagined = Create(new ObjectMeta { Name = name });
        var uid = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
        return imagined with { Metadata = imagined.Metadata with { Uid = uid.ToString(), CreationTimestamp = created } };
    }

    /// <summary>Creates a namespace that goes.</summary>
    public static ClusterObject Terminate(ClusterObject value, Timestamp now) =>
        Write("Terminating") with { Metadata = value.Metadata with { DeletionTimestamp = now } };

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

    private static ValueMap<string> ReadTexts(JsonObject metadata, string name) =>
        ReviewBody.FindObject(metadata, name) is { } texts
            ? texts.Select(one => KeyValuePair.Create(one.Key, ReviewBody.FindText(texts, one.Key))).ToValueMap()
            : default;

    private static ClusterObject Write(string phase) => ImageStreamJson.Deserialize<ClusterObject>(DiscoveryDocument.Write(new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Namespace",
        ["spec"] = new JsonObject { ["finalizers"] = new JsonArray("kubernetes") },
        ["status"] = new JsonObject { ["phase"] = phase },
    }));
}
