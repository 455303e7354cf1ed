using System.Net;
using System.Net.Sockets;

namespace ImageStreams.Tests.PostgreSql.Servers;

/// <summary>One connection through a proxy.</summary>
internal sealed class ProxiedConnection(TcpClient client, int target, ProxiedConnection.CutFinder findCut) : IDisposable
{
    private readonly TcpClient _server = new();
    private volatile bool _dropsAnswer;

    public delegate ConnectionCut? CutFinder(ReadOnlySpan<byte> message);

    /// <summary>Copies in both directions until one of them ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            client.NoDelay = _server.NoDelay = true;
            await _server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(CopyRequestsAsync(), CopyAnswersAsync());
        }
        catch (SocketException)
        {
            // There is no server now.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Cuts both sides.</summary>
    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task CopyRequestsAsync()
    {
        var buffer = new byte[1 << 16];
        while (await ReadAsync(client, buffer) is > 0 and var count)
        {
            var cut = findCut(buffer.AsSpan(0, count));
            if (cut?.Place == CutPlace.BeforeMessage)
            {
                return;
            }

            _dropsAnswer = cut?.Place == CutPlace.BeforeAnswer;
            if (!await TryWriteAsync(_server, buffer.AsMemory(0, count)) || cut?.Place == CutPlace.AfterMessage)
            {
                return;
            }
        }
    }

    private async Task CopyAnswersAsync()
    {
        var buffer = new byte[1 << 16];
        while (await ReadAsync(_server, buffer) is > 0 and var count)
        {
            if (_dropsAnswer || !await TryWriteAsync(client, buffer.AsMemory(0, count)))
            {
                return;
            }
        }
    }

    private static async Task<int> ReadAsync(TcpClient from, byte[] buffer)
    {
        try
        {
            return await from.GetStream().ReadAsync(buffer);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static async Task<bool> TryWriteAsync(TcpClient to, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await to.GetStream().WriteAsync(bytes);
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
