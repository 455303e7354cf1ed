using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>The contract where each call takes another store object over the same tables, as two processes do.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class TwoStoresTests(PostgreSqlFixture fixture) : PostgreSqlImageStreamStoreTests(fixture)
{
    private PostgreSqlImageStreamStore? _other;
    private RoutedStore? _both;

    protected override IImageStreamStore Store => _both!;

    protected override IImageStreamStore Another => _other!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _other = CreateStore();
        _both = RoutedStore.Alternate(base.Store, _other);
    }

    public override async Task DisposeAsync()
    {
        await _other!.DisposeAsync();
        await base.DisposeAsync();
    }

    // Each store object learns of the other one's writes in its own time.
    protected override async Task ForgetAsync()
    {
        await base.ForgetAsync();
        var last = await Store.Streams.FindAsync(new ObjectKey("noise", "noise"));
        foreach (var store in (IImageStreamStore[])[base.Store, _other!])
        {
            await using var watch = new WatchProbe<ImageStream>(store.Streams, new() { ResourceVersion = Text(last!.Version() - 1) });
            await watch.NextAsync();
        }
    }
}
