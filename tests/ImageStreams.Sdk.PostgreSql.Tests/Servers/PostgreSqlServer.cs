using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>A PostgreSQL server on a free loopback port, over a data folder that may outlive it.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private string? _lastLine;

    private PostgreSqlServer(DataFolder data, int port)
    {
        Port = port;
        string[] settings = ["listen_addresses=127.0.0.1", $"port={port}", "unix_socket_directories=", .. data.Settings];
        var arguments = settings.SelectMany(static setting => new[] { "-c", setting });
        _process = Process.Start(Command.AsUser("postgres", ["-D", data.Path, .. arguments]))!;
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"postgres ended: {_lastLine}"));
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public int Port { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = DataFolder.Superuser,
        Database = "postgres",
        Timeout = 30,
    }.ConnectionString;

    /// <summary>Starts a server, on a given port where one has to come back to where it was.</summary>
    public static async Task<PostgreSqlServer> StartAsync(DataFolder data, int? port = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new PostgreSqlServer(data, port ?? FindFreePort());
            try
            {
                await server._ready.Task.WaitAsync(Limit);
                return server;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Another process took the port meanwhile.
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>Executes statements as the superuser.</summary>
    /// <returns>The first value of the first row.</returns>
    public async Task<object?> RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Ends all connections, and the server after it has written everything to its files.</summary>
    public Task StopAsync() => EndAsync("INT");

    /// <summary>Ends the server at once, as a crash does: what was committed is only in its log.</summary>
    public Task CrashAsync() => EndAsync("QUIT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await CrashAsync();
        }

        _process.Dispose();
    }

    public static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task EndAsync(string signal)
    {
        await Command.SignalAsync(_process.Id, signal);
        await _process.WaitForExitAsync().WaitAsync(Limit);
    }

    private void Read(string? line)
    {
        _lastLine = line ?? _lastLine;
        if (line is not null && line.Contains("ready to accept", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
