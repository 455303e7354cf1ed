using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using k8s.Exceptions;
using YamlDotNet.Core;

namespace ImageStreams.Tool;

/// <summary>Reads the cluster of a command line.</summary>
/// <remarks>The only class of the tool that knows KubernetesClient, so that it is not loaded for files.</remarks>
internal static class ClusterLoading
{
    private const ClusterContents ObjectsOfGraph = ClusterContents.Streams | ClusterContents.Builds | ClusterContents.Workloads;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Reads the objects, and says on the standard error what was left out.</summary>
    /// <exception cref="ToolException">There is no such context, the cluster does not answer, or it does not let the user in.</exception>
    public static async Task<ClusterInput> LoadAsync(
        ClusterSettings cluster, string? ns, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var contents = cluster.IsAboutRegistries ? ClusterContents.Streams | ClusterContents.Mirrors : ObjectsOfGraph;
        using var connection = Connect(cluster);
        var own = ns ?? connection.DefaultNamespace;
        var content = await ReadAsync(connection, cluster.AllNamespaces ? null : own, contents, cancellationToken).ConfigureAwait(false);
        if (content.IsAllRefused)
        {
            throw ToolException.Failed($"{connection.Address} lets this user list nothing: {content.Refused[0]}");
        }

        var output = TextOutput.ForError(environment);
        foreach (var sentence in content.Refused.Concat(content.Unread))
        {
            output.Write("warning: ", Tone.Warning);
            output.WriteLine(sentence);
        }

        return new ClusterInput(content.Objects, content.Count, own);
    }

    private static ClusterConnection Connect(ClusterSettings cluster)
    {
        try
        {
            return ClusterConnection.FromKubeconfig(cluster.Kubeconfig, cluster.Context, new ClusterConnectionOptions { Timeout = Timeout });
        }
        catch (Exception e) when (e is KubeConfigException or YamlException or IOException or UnauthorizedAccessException)
        {
            throw ToolException.Failed($"The kubeconfig cannot be used: {e.Message}", e);
        }
    }

    private static async Task<ClusterWorkspace> ReadAsync(
        ClusterConnection connection, string? ns, ClusterContents contents, CancellationToken cancellationToken)
    {
        try
        {
            return await new ClusterWorkspaceReader(connection).ReadAsync(ns, contents, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Unauthorized)
        {
            throw ToolException.Failed($"{connection.Address} does not accept the credentials of the kubeconfig: {e.Message}", e);
        }
        catch (ApiException e)
        {
            throw ToolException.Failed($"The cluster cannot be read: {e.Message}", e);
        }
    }
}
