using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The manifest of <c>docs/how-to/in-a-pod.md</c>.</summary>
internal static class ManifestPage
{
    private const string Start = "```yaml\n";

    private static readonly Dictionary<string, string> Collections = new(StringComparer.Ordinal)
    {
        ["ServiceAccount"] = "/api/v1/namespaces/imagestreams/serviceaccounts",
        ["ClusterRole"] = "/apis/rbac.authorization.k8s.io/v1/clusterroles",
        ["ClusterRoleBinding"] = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
        ["Role"] = "/apis/rbac.authorization.k8s.io/v1/namespaces/imagestreams/roles",
        ["RoleBinding"] = "/apis/rbac.authorization.k8s.io/v1/namespaces/imagestreams/rolebindings",
    };

    /// <summary>The objects as YAML, and the paths to which they are posted.</summary>
    public static IEnumerable<(string Path, string Yaml)> Read()
    {
        var page = Repository.Read("docs/how-to/in-a-pod.md");
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var manifest = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        return manifest.Split("---\n").Select(static yaml => (Collections[FindKind(yaml)], yaml));
    }

    private static string FindKind(string yaml) =>
        yaml.Split('\n').First(static line => line.StartsWith("kind: ", StringComparison.Ordinal))["kind: ".Length..];
}
