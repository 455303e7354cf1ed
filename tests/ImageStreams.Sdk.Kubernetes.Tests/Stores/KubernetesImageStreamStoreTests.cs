using ImageStreams.Kubernetes;
using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The contract of every store, on the custom resources of a cluster.</summary>
public sealed class KubernetesImageStreamStoreTests : ImageStreamStoreContract, IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConnectedCluster? _cluster;
    private KubernetesImageStreamStore? _store;
    private KubernetesImageStreamStore? _another;

    protected override IImageStreamStore Store => _store!;

    protected override IImageStreamStore Another => _another!;

    // The namespaces are those of the cluster, whose names are labels of DNS.
    protected override bool HasAnyNamespace => false;

    protected override bool KeepsOthersAsTheyAre => false;

    protected override string OtherResource => "configmaps";

    public async Task InitializeAsync()
    {
        _cluster = await StoreCluster.StartAsync();
        (_store, _another) = (CreateStore(), CreateStore());
    }

    public async Task DisposeAsync()
    {
        await _store!.DisposeAsync();
        await _another!.DisposeAsync();
        await _cluster!.DisposeAsync();
    }

    // The watchers are as far as the writers then, and the cluster is asked for the pages of lists that have begun.
    protected override async Task ForgetAsync()
    {
        var stream = await Store.Streams.CreateAsync(Stream("noise", "noise"));
        var image = await Store.Images.CreateAsync(Image("sha256:0"));
        for (var i = 0; i <= StoreCluster.History; i++)
        {
            stream = await Store.Streams.UpdateAsync(stream.Noted($"{i}"));
            image = await Store.Images.UpdateAsync(image.Noted($"{i}"));
        }

        await _store!.ForgetAsync(stream.Version(), image.Version());
    }

    protected override void Advance(TimeSpan time) => _time.Advance(time);

    private KubernetesImageStreamStore CreateStore() => new(
        _cluster!.Connection, new KubernetesStoreOptions { WatchHistory = StoreCluster.History, PageSize = 3 }, _time);
}
