using ImageStreams.Storage;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>One server for all tests that neither stop nor overload it.</summary>
public sealed class PostgreSqlFixture : IAsyncLifetime
{
    private DataFolder? _data;
    private PostgreSqlServer? _server;
    private int _schemas;

    internal PostgreSqlServer Server => _server ?? throw new InvalidOperationException("PostgreSQL is not installed.");

    /// <summary>A schema of a name that no test has had.</summary>
    public string NextSchema() => $"test_{Interlocked.Increment(ref _schemas)}";

    /// <summary>A store in a schema of the server; the caller disposes of it.</summary>
    internal PostgreSqlImageStreamStore CreateStore(
        string schema, Action<PostgreSqlStoreOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = Server.ConnectionString, Schema = schema };
        configure?.Invoke(options);
        return new PostgreSqlImageStreamStore(options, timeProvider);
    }

    public async Task InitializeAsync()
    {
        if (PostgreSqlTools.SkipReason is null)
        {
            _data = await DataFolder.CreateAsync();
            _server = await PostgreSqlServer.StartAsync(_data);
        }
    }

    public async Task DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _data?.Dispose();
    }
}
