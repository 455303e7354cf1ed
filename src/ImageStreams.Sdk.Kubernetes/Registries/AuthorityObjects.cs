using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>The ConfigMap of certificate authorities, watched under the name that it has for now.</summary>
internal sealed class AuthorityObjects(ApiSender sender, TimeSpan recheck, ILogger logger, Action changed) : IAsyncDisposable
{
    private const string ConfigNamespace = "openshift-config";

    private string _name = "";
    private ClusterWatch? _maps;

    /// <summary>The task that ends when it is known whether there is one.</summary>
    public Task Known => _maps?.Known ?? Task.CompletedTask;

    /// <summary>The ConfigMap; null for none.</summary>
    public ClusterObject? Map => _maps?.Objects.FirstOrDefault();

    /// <summary>Watches the ConfigMap of a name, and no other any more; called by one thread at a time.</summary>
    public void Follow(string name)
    {
        if (name == _name)
        {
            return;
        }

        var former = _maps;
        _name = name;
        _maps = name.Length == 0 ? null : new ClusterWatch(sender, RegistryResourceTypes.ConfigMaps, Select(name), logger, changed);
        _ = former?.DisposeAsync().AsTask();
    }

    /// <summary>The state of the watch; none while there is no name.</summary>
    public IEnumerable<ClusterWatchStatus> Watches => _maps is { } maps ? [maps.Status] : [];

    public ValueTask DisposeAsync() => _maps?.DisposeAsync() ?? ValueTask.CompletedTask;

    private ReflectorOptions Select(string name) =>
        new() { Namespace = ConfigNamespace, FieldSelector = $"metadata.name={name}", RecheckInterval = recheck };
}
