using YamlDotNet.RepresentationModel;

namespace ImageStreams.Kubernetes;

/// <summary>The paths in a kubeconfig, which are relative to the folder of the file that they stand in, as for kubectl.</summary>
internal static class KubeconfigPaths
{
    private static readonly string[] OfClusters = ["certificate-authority"];
    private static readonly string[] OfUsers = ["client-certificate", "client-key", KubeconfigUser.TokenFileField];

    /// <summary>Replaces the relative paths.</summary>
    public static void MakeAbsolute(YamlMappingNode root, string folder)
    {
        foreach (var cluster in FindContents(root, "clusters", "cluster"))
        {
            Replace(cluster, OfClusters, folder);
        }

        foreach (var user in FindContents(root, "users", "user"))
        {
            Replace(user, OfUsers, folder);
            if (user.FindNode("exec") is YamlMappingNode exec && IsPath(exec.FindText("command")))
            {
                Replace(exec, ["command"], folder);
            }
        }
    }

    // A command without a separator is looked for in PATH.
    private static bool IsPath(string? command) =>
        command is not null && command.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);

    private static IEnumerable<YamlMappingNode> FindContents(YamlMappingNode root, string list, string kind) =>
        root.FindList(list).OfType<YamlMappingNode>().Select(entry => entry.FindNode(kind)).OfType<YamlMappingNode>();

    private static void Replace(YamlMappingNode node, ReadOnlySpan<string> names, string folder)
    {
        foreach (var name in names)
        {
            if (node.FindNode(name) is YamlScalarNode { Value: { Length: > 0 } path } scalar)
            {
                scalar.Value = Path.Combine(folder, path);
            }
        }
    }
}
