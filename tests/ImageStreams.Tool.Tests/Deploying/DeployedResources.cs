using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tests.Tool;

/// <summary>The resources of manifests.</summary>
internal static class DeployedResources
{
    public static ClusterResourceType Get(JsonObject document)
    {
        var version = document["apiVersion"]!.GetValue<string>().Split('/');
        return new ClusterResourceType
        {
            Group = version.Length == 1 ? "" : version[0],
            Version = version[^1],
            Plural = $"{document["kind"]!.GetValue<string>().ToLowerInvariant()}s",
            IsNamespaced = document["metadata"]!["namespace"] is not null,
        };
    }
}
