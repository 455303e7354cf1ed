using k8s.Exceptions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ImageStreams.Kubernetes;

/// <summary>Reads the <c>proxy-url</c> of the clusters of a kubeconfig.</summary>
internal static class KubeconfigProxies
{
    /// <summary>Finds the text of a cluster in a file; empty for a cluster without a proxy, and null where there is no such cluster.</summary>
    /// <exception cref="KubeConfigException">The file is no YAML.</exception>
    public static string? Find(FileInfo file, string cluster)
    {
        try
        {
            using var reader = file.OpenText();
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..] ? Find(root, cluster) : null;
        }
        catch (YamlException e)
        {
            throw new KubeConfigException($"{file.FullName} is no YAML: {e.Message}", e);
        }
    }

    private static string? Find(YamlMappingNode root, string cluster)
    {
        var clusters = Get(root, "clusters") as YamlSequenceNode;
        var entry = clusters?.OfType<YamlMappingNode>().FirstOrDefault(entry => Get(entry, "name") is YamlScalarNode { Value: { } name } && name == cluster);
        if (entry is null)
        {
            return null;
        }

        return Get(entry, "cluster") is YamlMappingNode details && Get(details, "proxy-url") is YamlScalarNode { Value: { } proxy } ? proxy : "";
    }

    private static YamlNode? Get(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
}
