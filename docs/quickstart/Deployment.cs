using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.Quickstart;

/// <summary>Changes Kubernetes Deployments, which to the library are JSON that belongs to somebody else.</summary>
internal static class Deployment
{
    /// <summary>The deployment with another image in one of its containers.</summary>
    public static RawJson SetImage(RawJson deployment, string container, string pullSpec)
    {
        var root = JsonNode.Parse(deployment.Utf8)!;
        var containers = root["spec"]!["template"]!["spec"]!["containers"]!.AsArray();
        containers.Single(item => (string?)item!["name"] == container)!["image"] = pullSpec;
        return RawJson.Parse(root.ToJsonString());
    }
}
