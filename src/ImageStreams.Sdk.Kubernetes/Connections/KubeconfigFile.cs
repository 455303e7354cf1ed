using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ImageStreams.Kubernetes;

/// <summary>A file of a kubeconfig, also with what KubernetesClient does not read.</summary>
internal sealed class KubeconfigFile
{
    private readonly YamlMappingNode _root;
    private readonly Dictionary<string, KubeconfigUser> _users = new(StringComparer.Ordinal);

    private KubeconfigFile(YamlMappingNode root)
    {
        _root = root;
        foreach (var entry in root.FindList("users").OfType<YamlMappingNode>())
        {
            if (entry.FindText("name") is { } name && entry.FindNode("user") is YamlMappingNode user)
            {
                _users.TryAdd(name, KubeconfigUser.Read(user));
                Simplify(user);
            }
        }
    }

    /// <summary>Reads a file; its relative paths become those from its folder.</summary>
    /// <exception cref="KubeConfigException">There is no such file, or it is no YAML.</exception>
    public static KubeconfigFile Read(FileInfo file)
    {
        try
        {
            using var reader = file.OpenText();
            var yaml = new YamlStream();
            yaml.Load(reader);
            var root = yaml.Documents is [{ RootNode: YamlMappingNode mapping }, ..] ? mapping : [];
            KubeconfigPaths.MakeAbsolute(root, file.DirectoryName!);
            return new KubeconfigFile(root);
        }
        catch (YamlException e)
        {
            throw new KubeConfigException($"{file.FullName} is no YAML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KubeConfigException($"The kubeconfig {file.FullName} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Finds a user by its name; null where there is none.</summary>
    public KubeconfigUser? FindUser(string name) => _users.GetValueOrDefault(name);

    /// <summary>Finds the proxy of a cluster: empty for a cluster without one, and null where there is no such cluster.</summary>
    public string? FindProxy(string cluster)
    {
        var entry = _root.FindList("clusters").OfType<YamlMappingNode>().FirstOrDefault(entry => entry.FindText("name") == cluster);
        return entry is null ? null : (entry.FindNode("cluster") as YamlMappingNode)?.FindText("proxy-url") ?? "";
    }

    /// <summary>Loads what KubernetesClient reads.</summary>
    /// <exception cref="KubeConfigException">The file is no kubeconfig.</exception>
    public K8SConfiguration Load()
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            new YamlStream(new YamlDocument(_root)).Save(writer, assignAnchors: false);
        }

        stream.Position = 0;
        return Load(stream);
    }

    // KubernetesClient takes one text for each key of a user, where kubectl writes a list, and refuses users without credentials that it knows.
    private static void Simplify(YamlMappingNode user)
    {
        user.Children.Remove(new YamlScalarNode(KubeconfigUser.Extra));
        if (user.FindText(KubeconfigUser.TokenFileField) is { Length: > 0 } file)
        {
            user.Children[new YamlScalarNode("token")] = new YamlScalarNode(file);
        }
    }

    private static K8SConfiguration Load(Stream stream)
    {
        try
        {
            return KubernetesClientConfiguration.LoadKubeConfig(stream) ?? new K8SConfiguration();
        }
        catch (YamlException e)
        {
            throw new KubeConfigException($"The file is no kubeconfig: {e.Message}", e);
        }
    }
}
