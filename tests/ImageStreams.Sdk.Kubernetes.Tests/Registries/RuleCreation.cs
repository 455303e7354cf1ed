using System.Text.Json;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using k8s;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Writes objects with registry rules into a cluster.</summary>
internal static class RuleCreation
{
    public static Task CreateRuleAsync(this ConnectedCluster cluster, ApiObject value) => value switch
    {
        ClusterImageConfig config => cluster.CreateAsync("config.openshift.io/v1/images", ImageStreamJson.Serialize(config.WithTypeMeta())),
        ImageDigestMirrorSet set => cluster.CreateAsync("config.openshift.io/v1/imagedigestmirrorsets", ImageStreamJson.Serialize(set.WithTypeMeta())),
        ImageTagMirrorSet set => cluster.CreateAsync("config.openshift.io/v1/imagetagmirrorsets", ImageStreamJson.Serialize(set.WithTypeMeta())),
        ImageContentSourcePolicy policy => cluster.CreateAsync(
            "operator.openshift.io/v1alpha1/imagecontentsourcepolicies", ImageStreamJson.Serialize(policy.WithTypeMeta())),
        _ => throw new ArgumentException("It has no registry rules.", nameof(value)),
    };

    private static async Task CreateAsync(this ConnectedCluster cluster, string resource, string json)
    {
        var parts = resource.Split('/');
        using var document = JsonDocument.Parse(json);
        await cluster.Client.CustomObjects.CreateClusterCustomObjectAsync(document.RootElement, parts[0], parts[1], parts[2]);
    }
}
