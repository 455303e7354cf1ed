using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>The custom resource definitions of a <see cref="KubernetesImageStreamStore"/>, made of the schemas of the records.</summary>
/// <remarks>
/// There is no subresource <c>status</c>: the engine writes a stream with its status at once, which the server would divide. The server
/// checks the types of all fields, the keys of lists, and the values of those fields that have few.
/// </remarks>
public static class ImageStreamDefinitions
{
    private const string Text = "string";

    /// <summary>Creates the definitions of image streams and of images, in this order.</summary>
    /// <param name="group">The group, as <see cref="KubernetesStoreOptions.Group"/>. In <see cref="KubernetesStoreOptions.ImageGroup"/>,
    /// where users read the custom resources, streams have the short name <c>is</c>, and are in the category <c>all</c>.</param>
    /// <returns>The objects, of <c>apiextensions.k8s.io/v1</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="group"/> is null or empty.</exception>
    public static ValueList<ClusterObject> Create(string group)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        return [CreateStreams(group), CreateImages(group)];
    }

    private static ClusterObject CreateStreams(string group)
    {
        var names = CreateNames(ImageStream.KindName, StoredKinds.StreamsPlural);
        if (group == KubernetesStoreOptions.ImageGroup)
        {
            names["shortNames"] = new JsonArray("is");
            names["categories"] = new JsonArray("all");
        }

        return Create(group, names, isNamespaced: true, ImageStream.KindName, new JsonArray(
            Column("Image Repository", Text, ".status.dockerImageRepository", "The repository from which the images of the stream are pulled."),
            Column("Tags", Text, $".{StoredKinds.SummaryField}.tags", "The tags of the stream, the latest first, as far as they fit."),
            Column("Updated", "date", $".{StoredKinds.SummaryField}.updated", "The time since the latest image of any tag.")));
    }

    private static ClusterObject CreateImages(string group) => Create(
        group,
        CreateNames(Image.KindName, StoredKinds.ImagesPlural),
        isNamespaced: false,
        Image.KindName,
        new JsonArray(
            Column("Digest", Text, $".{StoredKinds.SummaryField}.digest", "The digest, which is the name that clients of image streams know."),
            Column("Image Reference", Text, ".dockerImageReference", "The pull spec of the image.")));

    private static ClusterObject Create(string group, JsonObject names, bool isNamespaced, string kind, JsonArray columns)
    {
        var plural = names["plural"]!.GetValue<string>();
        var document = new JsonObject
        {
            ["kind"] = "CustomResourceDefinition",
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["metadata"] = new JsonObject { ["name"] = $"{plural}.{group}" },
            ["spec"] = new JsonObject
            {
                ["group"] = group,
                ["names"] = names,
                ["scope"] = isNamespaced ? "Namespaced" : "Cluster",
                ["versions"] = new JsonArray(CreateVersion(kind, columns)),
            },
        };
        return ImageStreamJson.Deserialize<ClusterObject>(document.ToJsonString());
    }

    private static JsonObject CreateVersion(string kind, JsonArray columns) => new()
    {
        ["name"] = KubernetesStoreOptions.Version,
        ["served"] = true,
        ["storage"] = true,
        ["schema"] = new JsonObject { ["openAPIV3Schema"] = DefinitionSchema.Write(StoredKinds.GetSchema(kind)) },
        ["additionalPrinterColumns"] = columns,
    };

    private static JsonObject CreateNames(string kind, string plural) => new()
    {
        ["plural"] = plural,
#pragma warning disable CA1308 // Names of resources are in lower case.
        ["singular"] = kind.ToLowerInvariant(),
#pragma warning restore CA1308
        ["kind"] = kind,
        ["listKind"] = $"{kind}List",
    };

    private static JsonObject Column(string name, string type, string path, string description) => new()
    {
        ["name"] = name,
        ["type"] = type,
        ["jsonPath"] = path,
        ["description"] = description,
    };
}
