using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Objects of OpenShift with triggers.</summary>
internal static class TriggerObjects
{
    public const string BuildConfig =
        """
        {"metadata":{"name":"app"},"spec":{"source":{"type":"Dockerfile","dockerfile":"FROM base"},
        "strategy":{"type":"Docker","dockerStrategy":{"from":{"kind":"ImageStreamTag","name":"base:1"}}},
        "triggers":[{"type":"ImageChange","imageChange":{}}]}}
        """;

    public const string DeploymentConfig =
        """
        {"metadata":{"name":"web"},"spec":{"replicas":1,"selector":{"app":"web"},
        "triggers":[{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"app:1"}}}],
        "template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"placeholder","env":[{"name":"A","value":"kept"}]}]}}}}
        """;

    /// <summary>Reads a deployment configuration, with another image where one is given.</summary>
    public static DeploymentConfig ReadConfig(JsonNode config, string? image = null)
    {
        var copy = config.DeepClone();
        if (image is not null)
        {
            copy["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = image;
            copy["spec"]!["triggers"]![0]!["imageChangeParams"]!["lastTriggeredImage"] = image;
        }

        return ImageStreamJson.Deserialize<DeploymentConfig>(copy.ToJsonString());
    }
}
