using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.PostgreSql.Servers;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>The contract of the state of controllers, on a server.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlStateStoreTests(PostgreSqlFixture fixture) : StateStoreContract, IAsyncLifetime
{
    private PostgreSqlImageStreamStore? _store;

    protected override IStateStore State => _store!;

    public async Task InitializeAsync() => await (_store = fixture.CreateStore(fixture.NextSchema())).OpenAsync();

    public async Task DisposeAsync() => await _store!.DisposeAsync();
}
