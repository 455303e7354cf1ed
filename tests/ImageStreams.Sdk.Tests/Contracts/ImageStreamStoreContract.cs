using ImageStreams.Storage;
using ImageStreams.Tests.Storage;

namespace ImageStreams.Tests.Contracts;

/// <summary>The contract of every <see cref="IImageStreamStore"/>; each store runs it in a class of its own.</summary>
public abstract partial class ImageStreamStoreContract
{
    /// <summary>A store that is empty when the test begins.</summary>
    protected abstract IImageStreamStore Store { get; }

    /// <summary>Another store object over the same data; the store itself where there is none.</summary>
    protected virtual IImageStreamStore Another => Store;

    /// <summary>Tells whether the store has namespaces of any name; false for one whose namespaces are those of a server.</summary>
    protected virtual bool HasAnyNamespace => true;

    /// <summary>Tells whether the other objects are as they were written; false for those of a server, which sets fields of its own.</summary>
    protected virtual bool KeepsOthersAsTheyAre => true;

    /// <summary>The resource of most of the other objects, which takes objects without anything but their name.</summary>
    protected virtual string OtherResource => "deployments.apps";

    private IObjectStore<ImageStream> Streams => Store.Streams;

    /// <summary>Makes the store forget every change so far of both kinds, by changing objects in the namespace "noise".</summary>
    protected abstract Task ForgetAsync();

    /// <summary>Advances the clock that times the store's bookmarks.</summary>
    protected abstract void Advance(TimeSpan time);

    private static async Task<StoreFailure> GetFailureAsync<T>(ValueTask<T> answer) =>
        (await Assert.ThrowsAsync<StoreException>(answer.AsTask)).Reason;

    private static ObjectKey Key(string ns, string name) => new(ns, name);

    private WatchProbe<ImageStream> Watch(WatchQuery query) => new(Streams, query);

    private WatchProbe<ImageStream> WatchFrom(ImageStream seen) => Watch(new() { ResourceVersion = seen.Metadata.ResourceVersion });

    private async Task<ImageStream> CreateAsync(string name, string ns = "shop") =>
        await Streams.CreateAsync(StoreObjects.Stream(ns, name));

    private async Task CreateAllAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await CreateAsync(name);
        }
    }

    private static string[] Names(StorePage<ImageStream> page) => [.. page.Items.Select(stream => stream.Metadata.Name!)];
}
