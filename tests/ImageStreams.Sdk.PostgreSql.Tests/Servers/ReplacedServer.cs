namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>The servers over one data folder, one after the other.</summary>
internal sealed class ReplacedServer : IAsyncDisposable
{
    private readonly DataFolder _data;

    private ReplacedServer(DataFolder data, PostgreSqlServer server) => (_data, Current) = (data, server);

    /// <summary>The server that runs now.</summary>
    public PostgreSqlServer Current { get; private set; }

#pragma warning disable CA2000 // Disposed of with the result.
    public static async Task<ReplacedServer> StartAsync(DataFolder data, int? port = null) =>
        new(data, await PostgreSqlServer.StartAsync(data, port));
#pragma warning restore CA2000

    /// <summary>Ends the server, and starts another one over its data.</summary>
    /// <param name="byCrash">True to end it as a crash does.</param>
    /// <param name="port">The port of the next one; null for any.</param>
    public async Task ReplaceAsync(bool byCrash, int? port)
    {
        await (byCrash ? Current.CrashAsync() : Current.StopAsync());
        await Current.DisposeAsync();
        Current = await PostgreSqlServer.StartAsync(_data, port);
    }

    public ValueTask DisposeAsync() => Current.DisposeAsync();
}
