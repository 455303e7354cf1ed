using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;
using ImageStreams.Tests.PostgreSql.Servers;
using Npgsql;

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
        await using var source = NpgsqlDataSource.Create(fixture.Server.ConnectionString);
        await using var command = source.CreateCommand($"UPDATE {_schema}.imagestreams_leases SET expires = expires - $1");
        command.Parameters.Add(new() { Value = (long)time.TotalMicroseconds });
        await command.ExecuteNonQueryAsync();
        _leases!.Passed += time;
    }
}
