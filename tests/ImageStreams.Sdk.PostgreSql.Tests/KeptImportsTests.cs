using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.PostgreSql.Servers;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>Imports of a process that is restarted again and again over one schema, which each life opens anew.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class KeptImportsTests(PostgreSqlFixture fixture) : RestartContract
{
    private readonly string _schema = fixture.NextSchema();

    protected override int ManyStreams => 100;

    protected override Task<(IImageStreamStore Streams, IStateStore State, IAsyncDisposable? Hold)> OpenAsync()
    {
        var store = fixture.CreateStore(_schema);
        return Task.FromResult<(IImageStreamStore, IStateStore, IAsyncDisposable?)>((store, store, store));
    }
}
