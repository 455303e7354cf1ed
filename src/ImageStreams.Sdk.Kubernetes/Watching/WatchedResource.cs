using System.Runtime.CompilerServices;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects of a resource for a reflector, under the name that messages have for them.</summary>
/// <param name="sender">The connection.</param>
/// <param name="type">The resource.</param>
/// <param name="name">The name, such as <c>secrets of the namespace shop</c>.</param>
/// <param name="read">Makes of an object what is kept of it.</param>
internal sealed class WatchedResource(ApiSender sender, ClusterResourceType type, string name, Func<ClusterObject, ClusterObject> read)
    : IObjectSource<ClusterObject>
{
    private readonly ApiResource<ClusterObject, ClusterObjectList> _resource = new(sender, type);

    public string Resource => name;

    public async Task<ApiList<ClusterObject>> ListPageAsync(string? ns, ListOptions options, CancellationToken cancellationToken)
    {
        var list = await _resource.ListAsync(ns, options, cancellationToken).ConfigureAwait(false);
        return list with { Items = list.Items.Select(read).ToValueList() };
    }

    public async IAsyncEnumerable<WatchEvent<ClusterObject>> WatchChangesAsync(
        string? ns, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in _resource.WatchAsync(ns, options, cancellationToken).ConfigureAwait(false))
        {
            yield return change switch
            {
                WatchEvent<ClusterObject>.Added added => added with { Object = read(added.Object) },
                WatchEvent<ClusterObject>.Modified modified => modified with { Object = read(modified.Object) },
                _ => change,
            };
        }
    }
}
