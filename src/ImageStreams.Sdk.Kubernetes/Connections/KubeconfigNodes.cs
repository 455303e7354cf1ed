using YamlDotNet.RepresentationModel;

namespace ImageStreams.Kubernetes;

/// <summary>The fields of YAML mappings; what is of another form is taken for missing.</summary>
internal static class KubeconfigNodes
{
    public static YamlNode? FindNode(this YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    public static string? FindText(this YamlMappingNode node, string name) => (node.FindNode(name) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> FindList(this YamlMappingNode node, string name) => node.FindNode(name) as YamlSequenceNode ?? [];

    public static IEnumerable<string> FindTexts(this YamlMappingNode node, string name) =>
        node.FindList(name).OfType<YamlScalarNode>().Select(static item => item.Value ?? "");
}
