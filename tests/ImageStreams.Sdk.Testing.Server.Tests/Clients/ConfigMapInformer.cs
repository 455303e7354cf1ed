using k8s;
using k8s.Models;

namespace ImageStreams.Tests.TestingServer;

/// <summary>The loop of an operator: list, watch from there, and list anew when the watch ends.</summary>
internal sealed class ConfigMapInformer(IKubernetes client)
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The number of lists.</summary>
    public int Lists { get; private set; }

    public async Task<IReadOnlyCollection<string>> RunUntilAsync(Func<IReadOnlyCollection<string>, bool> isDone, CancellationToken token)
    {
        while (!isDone(_names))
        {
            token.ThrowIfCancellationRequested();
            try
            {
                var version = await ListAsync(token);
                if (!isDone(_names))
                {
                    await WatchAsync(version, isDone, token);
                }
            }
            catch (Exception e) when (e is KubernetesException or IOException or HttpRequestException)
            {
                // The watch was cut off, or its version is gone.
            }
        }

        return _names;
    }

    private async Task<string> ListAsync(CancellationToken token)
    {
        Lists++;
        var list = await client.CoreV1.ListNamespacedConfigMapAsync("default", cancellationToken: token);
        _names.Clear();
        _names.UnionWith(list.Items.Select(map => map.Metadata.Name));
        return list.Metadata.ResourceVersion;
    }

    private async Task WatchAsync(string version, Func<IReadOnlyCollection<string>, bool> isDone, CancellationToken token)
    {
#pragma warning disable CS0618 // The newer method keeps the errors of a watch to itself, and an informer lists again after them.
        var response = client.CoreV1.ListNamespacedConfigMapWithHttpMessagesAsync(
            "default", resourceVersion: version, watch: true, cancellationToken: token);
        await foreach (var (type, map) in response.WatchAsync<V1ConfigMap, V1ConfigMapList>(cancellationToken: token))
#pragma warning restore CS0618
        {
            if (type == WatchEventType.Deleted)
            {
                _names.Remove(map.Metadata.Name);
            }
            else
            {
                _names.Add(map.Metadata.Name);
            }

            if (isDone(_names))
            {
                return;
            }
        }
    }
}
