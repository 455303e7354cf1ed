using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.PostgreSql.Servers;
using ImageStreams.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>The contract of every store, on a server.</summary>
[Collection(PostgreSqlCollection.Name)]
public class PostgreSqlImageStreamStoreTests(PostgreSqlFixture fixture) : ImageStreamStoreContract, IAsyncLifetime
{
    private const int History = 16;
    private readonly FakeTimeProvider _time = new();
    private PostgreSqlImageStreamStore? _store;

    protected override IImageStreamStore Store => _store!;

    /// <summary>The schema of the test.</summary>
    protected string Schema { get; } = fixture.NextSchema();

    public virtual async Task InitializeAsync() => await (_store = CreateStore()).OpenAsync();

    public virtual async Task DisposeAsync() => await _store!.DisposeAsync();

    /// <summary>Another store object over the same tables.</summary>
    protected PostgreSqlImageStreamStore CreateStore() => fixture.CreateStore(
        Schema,
        options => options.History = History,
        _time);

    protected override async Task ForgetAsync()
    {
        var stream = await Store.Streams.CreateAsync(Stream("noise", "noise"));
        for (var i = 0; i <= History; i++)
        {
            stream = await Store.Streams.UpdateAsync(stream.Noted($"{i}"));
        }
    }

    protected override void Advance(TimeSpan time) => _time.Advance(time);
}
