using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>A proxy between a store and a server, which cuts connections at chosen messages and can lead to another server.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly ConcurrentQueue<ConnectionCut> _cuts = new();
    private readonly Task _accepting;

    public CuttingProxy(int target)
    {
        Target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port of the server for connections to come.</summary>
    public int Target { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The number of connections that were cut at a message.</summary>
    public int Cuts { get; private set; }

    /// <summary>Adds a cut, which is made once; several are made in their order.</summary>
    public void CutOnce(ConnectionCut cut) => _cuts.Enqueue(cut);

    /// <summary>Cuts all connections now.</summary>
    public void CutAll()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        CutAll();
        await Task.WhenAll(_connections.Values);
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
#pragma warning disable CA2000 // It disposes of itself when it ends.
                var connection = new ProxiedConnection(client, Target, FindCut);
#pragma warning restore CA2000
                _connections[connection] = Task.Run(() => RunAsync(connection));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task RunAsync(ProxiedConnection connection)
    {
        await connection.RunAsync();
        _connections.TryRemove(connection, out _);
    }

    private ConnectionCut? FindCut(ReadOnlySpan<byte> message)
    {
        lock (_cuts)
        {
            if (!_cuts.TryPeek(out var next) || message.IndexOf(next.Message) < 0)
            {
                return null;
            }

            _cuts.TryDequeue(out _);
            Cuts++;
            return next;
        }
    }
}
