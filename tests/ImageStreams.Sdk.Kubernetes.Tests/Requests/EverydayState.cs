using System.Text.Json.Nodes;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The objects at rest of a cluster, as texts, without what is of one run or says who wrote.</summary>
internal static class EverydayState
{
    private static readonly string[] OfOneRun = ["uid", "resourceVersion", "managedFields"];

    public static async Task<IReadOnlyList<string>> ReadAsync(EverydayCluster cluster)
    {
        var client = cluster.Cluster.Client;
        var streams = (await client.Streams.ListAsync(null)).Items.Select(stream => ImageStreamJson.SerializeToUtf8Bytes(stream));
        var tags = (await client.Tags.ListAsync(null)).Items.Select(tag => ImageStreamJson.SerializeToUtf8Bytes(tag));
        var images = (await client.Images.ListAsync()).Items.Select(image => ImageStreamJson.SerializeToUtf8Bytes(image));
        return [.. streams.Concat(tags).Concat(images).Select(json => Normalize(json, cluster.Registry))];
    }

    private static string Normalize(byte[] json, string registry)
    {
        var node = JsonNode.Parse(json)!;
        foreach (var metadata in new[] { node["metadata"], node["image"]?["metadata"] }.OfType<JsonObject>())
        {
            OfOneRun.ToList().ForEach(name => metadata.Remove(name));
        }

        // No annotations are none, written either way.
        return node.ToJsonString()
            .Replace(registry, "REGISTRY", StringComparison.Ordinal)
            .Replace("\"annotations\":{}", "\"annotations\":null", StringComparison.Ordinal);
    }
}
