using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.PostgreSql.Servers;

namespace ImageStreams.Tests.PostgreSql;

/// <summary>The contract of leases, on a server, whose clock no test can move: the leases are moved instead.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlLeaseStoreTests(PostgreSqlFixture fixture) : LeaseStoreContract, IAsyncLifetime
{
    private readonly string _schema = fixture.NextSchema();
    private PostgreSqlImageStreamStore? _store;

    private ShiftedLeases? _leases;

    protected override ILeaseStore Leases => _leases!;

    public async Task InitializeAsync()
    {
        _store = fixture.CreateStore(_schema);
        _leases = new ShiftedLeases(_store);
        await _store.OpenAsync();
    }

    public async Task DisposeAsync() => await _store!.DisposeAsync();

    protected override async Task PassAsync(TimeSpan time)
    {
        var microseconds = (long)time.TotalMicroseconds;
        await fixture.Server.RunAsync($"UPDATE {_schema}.imagestreams_leases SET expires = expires - {microseconds}");
        _leases!.Passed += time;
    }
}
