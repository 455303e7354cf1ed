using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Sqlite;

/// <summary>The contract of the state, in a file.</summary>
public sealed class SqliteStateStoreTests : StateStoreContract, IAsyncLifetime
{
    private readonly SqliteTestStore _file = new();

    protected override IStateStore State => _file.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _file.DisposeAsync().AsTask();

    [Fact]
    public async Task Write_StoreIsOpenedAgain_RecordsAreThere()
    {
        await State.WriteAsync([new("imports", "shop/web", "{}"), new("imports", "shop/\u00E9", "\"\\u0000 \0\"")]);

        await _file.ReopenAsync();

        Assert.Equal(
            [new("imports", "shop/web", "{}"), new("imports", "shop/\u00E9", "\"\\u0000 \0\"")], await State.ReadAsync("imports"));
    }

    [Fact]
    public async Task Write_KeyThatNoDatabaseHolds_IsAnArgumentError()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await State.WriteAsync([new("imports", "a\0b", "1")]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await State.WriteAsync([new("imports", "\uD83D", "1")]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await State.WriteAsync([new("imports", new string('a', 1025), "1")]));
    }
}
