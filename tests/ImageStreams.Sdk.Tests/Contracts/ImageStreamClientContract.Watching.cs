using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Contracts;

/// <summary>Watches.</summary>
public abstract partial class ImageStreamClientContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [ContractFact]
    public async Task Watch_FromAVersion_ReportsEveryChangeAfterIt()
    {
        await Streams.CreateAsync(AStream("before"));
        var version = (await Streams.ListAsync(Ns)).Metadata.ResourceVersion;
        await Streams.CreateAsync(AStream("app"));
        await Streams.PatchAsync(Ns, "app", ObjectPatch.Merge("""{"metadata":{"labels":{"a":"1"}}}"""));
        await Streams.DeleteAsync(Ns, "app");

        var seen = await TakeAsync(Streams.WatchAsync(Ns, new WatchOptions { ResourceVersion = version }), 3);

        Assert.Equal(["app", "app", "app"], seen.Select(GetName));
        Assert.Equal(
            [typeof(WatchEvent<ImageStream>.Added), typeof(WatchEvent<ImageStream>.Modified), typeof(WatchEvent<ImageStream>.Deleted)],
            seen.Select(change => change.GetType()));
    }

    [ContractFact]
    public async Task Watch_WithoutAVersion_BeginsWithTheStreamsThatExist()
    {
        await Streams.CreateAsync(AStream("a"));
        await Streams.CreateAsync(AStream("b"));
        var version = (await Streams.ListAsync(Ns)).Metadata.ResourceVersion;

        var seen = await TakeAsync(Streams.WatchAsync(Ns), 2);

        Assert.Equal(["a", "b"], seen.Select(GetName).Order(StringComparer.Ordinal));
        Assert.All(seen, change => Assert.Equal(version, Assert.IsType<WatchEvent<ImageStream>.Added>(change).ResourceVersion));
    }

    [ContractFact]
    public async Task Watch_WithInitialEvents_MarksTheirEnd()
    {
        await Streams.CreateAsync(AStream("a"));
        var options = new WatchOptions { SendInitialEvents = true, BookmarkInterval = TimeSpan.FromMinutes(1) };

        var seen = await TakeAsync(Streams.WatchAsync(Ns, options), 2);

        Assert.Equal("a", GetName(seen[0]));
        Assert.True(Assert.IsType<WatchEvent<ImageStream>.Bookmark>(seen[1]).EndsInitialEvents);
    }

    [ContractFact]
    public async Task Watch_BySelector_ReportsWhatEntersAndLeaves()
    {
        await Streams.CreateAsync(AStream("a"));
        var version = (await Streams.ListAsync(Ns)).Metadata.ResourceVersion;
        await Streams.PatchAsync(Ns, "a", ObjectPatch.Merge("""{"metadata":{"labels":{"team":"x"}}}"""));
        await Streams.PatchAsync(Ns, "a", ObjectPatch.Merge("""{"metadata":{"labels":{"team":null}}}"""));

        var seen = await TakeAsync(Streams.WatchAsync(Ns, new WatchOptions { LabelSelector = "team=x", ResourceVersion = version }), 2);

        Assert.IsType<WatchEvent<ImageStream>.Added>(seen[0]);
        Assert.Equal("a", Assert.IsType<WatchEvent<ImageStream>.Deleted>(seen[1]).Object.Name);
    }

    [ContractFact]
    public async Task Watch_BadSelector_IsABadRequest() => await AssertRefusedAsync(
        ApiFailure.BadRequest, () => TakeAsync(Streams.WatchAsync(Ns, new WatchOptions { LabelSelector = "a in" }), 1));

    [ContractFact]
    public async Task Watch_OfImages_ReportsThem()
    {
        var version = (await Client.Images.ListAsync()).Metadata.ResourceVersion;
        await Client.Images.CreateAsync(AnImage('5'));

        var seen = await TakeAsync(Client.Images.WatchAsync(new WatchOptions { ResourceVersion = version }), 1);

        Assert.Equal(Digest('5'), Assert.IsType<WatchEvent<Image>.Added>(seen[0]).Object.Name);
    }

    private static string GetName(WatchEvent<ImageStream> change) => change switch
    {
        WatchEvent<ImageStream>.Added added => added.Object.Name,
        WatchEvent<ImageStream>.Modified modified => modified.Object.Name,
        WatchEvent<ImageStream>.Deleted deleted => deleted.Object.Name,
        _ => "",
    };

    private static async Task<List<T>> TakeAsync<T>(IAsyncEnumerable<T> events, int count)
    {
        using var end = new CancellationTokenSource(Patience);
        var taken = new List<T>();
        await foreach (var one in events.WithCancellation(end.Token))
        {
            taken.Add(one);
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }
}
