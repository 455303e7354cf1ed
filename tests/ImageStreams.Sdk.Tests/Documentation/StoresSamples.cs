using System.Collections.Concurrent;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Documentation;

public sealed class StoresSamples
{
    [Fact]
    public async Task Watch_AllStreams_KeepsACopyUpToDate()
    {
        var store = await StoreWithAsync("ruby");
        using var stop = new CancellationTokenSource();
        var copy = new ConcurrentDictionary<ObjectKey, ImageStream>();

        // sample: stores-watch
        static async Task CopyAsync(
            IObjectStore<ImageStream> store,
            ConcurrentDictionary<ObjectKey, ImageStream> copy,
            CancellationToken cancellationToken)
        {
            while (true)
            {
                copy.Clear();
                try
                {
                    await foreach (var change in store.WatchAsync(WatchQuery.All, cancellationToken))
                    {
                        switch (change)
                        {
                            case WatchEvent<ImageStream>.Added added:
                                copy[ObjectKey.FromObject(added.Object)] = added.Object;
                                break;
                            case WatchEvent<ImageStream>.Modified modified:
                                copy[ObjectKey.FromObject(modified.Object)] = modified.Object;
                                break;
                            case WatchEvent<ImageStream>.Deleted deleted:
                                copy.TryRemove(ObjectKey.FromObject(deleted.Object), out _);
                                break;
                        }
                    }
                }
                catch (StoreException e) when (e.Reason is StoreFailure.FellBehind or StoreFailure.Expired)
                {
                    // The watch fell behind, and the missed changes are gone: start over with the current objects.
                }
            }
        }
        // end

        var copying = CopyAsync(store.Streams, copy, stop.Token);
        await store.Streams.DeleteAsync(new ObjectKey("shop", "ruby"));
        await store.Streams.CreateAsync(new() { Metadata = new() { Namespace = "shop", Name = "python" } });
        while (!copy.ContainsKey(new ObjectKey("shop", "python")))
        {
            await Task.Yield();
        }

        Assert.Single(copy);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copying);
    }

    [Fact]
    public async Task Update_CurrentObject_IsWritten()
    {
        var store = await StoreWithAsync("ruby");

        // sample: stores-update
        var current = await store.Streams.FindAsync(new ObjectKey("shop", "ruby"));
        var next = current! with { Metadata = current.Metadata with { Labels = [new("team", "web")] } };
        var written = await store.Streams.UpdateAsync(next);   // StoreFailure.Conflict if it has changed
        // end

        Assert.NotEqual(current.Metadata.ResourceVersion, written.Metadata.ResourceVersion);
        var conflict = await Assert.ThrowsAsync<StoreException>(() => store.Streams.UpdateAsync(
            next with { Metadata = next.Metadata with { Labels = default } }).AsTask());
        Assert.Equal(StoreFailure.Conflict, conflict.Reason);
    }

    [Fact]
    public async Task List_ReadsPageByPage()
    {
        var store = await StoreWithAsync([.. Enumerable.Range(0, 250).Select(i => $"app{i:D3}")]);
        var names = new List<string>();

        // sample: stores-pages
        var query = new ListQuery { Namespace = "shop", Limit = 100 };
        do
        {
            var page = await store.Streams.ListAsync(query);
            names.AddRange(page.Items.Select(stream => stream.Metadata.Name!));
            query = query with { Continue = page.Continue };
        }
        while (query.Continue is not null);
        // end

        Assert.Equal(250, names.Distinct().Count());
    }

    private static async Task<InMemoryImageStreamStore> StoreWithAsync(params string[] names)
    {
        var store = new InMemoryImageStreamStore();
        foreach (var name in names)
        {
            await store.Streams.CreateAsync(new() { Metadata = new() { Namespace = "shop", Name = name } });
        }

        return store;
    }
}
