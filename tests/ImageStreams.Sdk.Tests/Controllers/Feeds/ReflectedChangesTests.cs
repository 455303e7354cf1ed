using ImageStreams.Controllers;
using ImageStreams.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Controllers;

/// <summary>Readers of changes: what exists, then each change or one that covers it.</summary>
public sealed class ReflectedChangesTests : IAsyncDisposable
{
    private readonly ScriptedSource _source = new();
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly Reflector<ImageStream> _reflector;
    private Task _running = Task.CompletedTask;

    public ReflectedChangesTests() => _reflector = new Reflector<ImageStream>(_source);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    [Fact]
    public async Task Read_FromTheBeginning_HasObjectsTheirEndAndChanges()
    {
        _source.Listed = [Version("web", "1"), Version("ruby", "2")];
        var changes = Open();
        _running = _reflector.RunAsync(_end.Token);
        Assert.Equal(["Added ImageStream shop/web@1", "Added ImageStream shop/ruby@2", "Bookmark 9"], await NextAsync(changes, 3));

        await _source.ModifyAsync(Version("web", "10"));
        Assert.Equal(["Modified ImageStream shop/web@10"], await NextAsync(changes, 1));
        Assert.Equal("1", Assert.IsType<WatchEvent<ImageStream>.Modified>(changes.Current).Previous!.Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Read_SlowReader_GetsTheNewestStateOfEachObject()
    {
        var reader = _reflector.ReadChangesAsync(_end.Token);
        var changes = reader.GetAsyncEnumerator();
        var objects = _reflector.Objects;
        objects.Replace([Version("web", "1"), Version("gone", "2")]);
        objects.Replace([Version("web", "3"), Version("ruby", "4")]);
        objects.Replace([Version("web", "5"), Version("ruby", "4")]);

        Assert.Equal(["Added ImageStream shop/web@5", "Added ImageStream shop/ruby@4"], await NextAsync(changes, 2));
        Assert.Equal(3, reader.Covered);
    }

    [Fact]
    public async Task Read_ObjectThatWasCreatedAgain_IsDeletedFirst()
    {
        var changes = Open();
        _reflector.Objects.Replace([Version("web", "1", uid: "a")]);
        await NextAsync(changes, 1);
        _reflector.Objects.Replace([Version("web", "2", uid: "b")]);
        _reflector.Objects.Replace([Version("web", "3", uid: "b")]);

        Assert.Equal(["Deleted ImageStream shop/web@1", "Added ImageStream shop/web@3"], await NextAsync(changes, 2));
    }

    [Fact]
    public async Task Read_ByTwoReaders_EachHasAll()
    {
        _source.Listed = [Version("web", "1")];
        _running = _reflector.RunAsync(_end.Token);
        await _reflector.WhenSyncedAsync();

        foreach (var changes in (IAsyncEnumerator<WatchEvent<ImageStream>>[])[Open(), Open()])
        {
            Assert.Equal(["Added ImageStream shop/web@1", "Bookmark 9"], await NextAsync(changes, 2));
            await changes.DisposeAsync();
        }
    }

    [Fact]
    public async Task Read_EventsThatComeAgain_AreTakenOnce()
    {
        _source.Listed = [Version("web", "1")];
        var changes = Open();
        _running = _reflector.RunAsync(_end.Token);
        foreach (var version in (string[])["10", "12", "10", "12", "14"])
        {
            await _source.ModifyAsync(Version("web", version));
        }

        List<string> seen = [];
        while (seen.LastOrDefault() != "Modified ImageStream shop/web@14")
        {
            seen.AddRange(await NextAsync(changes, 1));
        }

        Assert.Equal(seen.Order(StringComparer.Ordinal), seen.Distinct().Order(StringComparer.Ordinal));
    }

    private static ImageStream Version(string name, string version, string uid = "u")
    {
        var stream = Stream("shop", name);
        return stream with { Metadata = stream.Metadata with { ResourceVersion = version, Uid = uid } };
    }

    private static async Task<List<string>> NextAsync(IAsyncEnumerator<WatchEvent<ImageStream>> changes, int count)
    {
        List<string> read = [];
        while (read.Count < count && await changes.MoveNextAsync())
        {
            read.Add(changes.Current.ToString());
        }

        return read;
    }

    private IAsyncEnumerator<WatchEvent<ImageStream>> Open() => _reflector.ReadChangesAsync(_end.Token).GetAsyncEnumerator();
}
