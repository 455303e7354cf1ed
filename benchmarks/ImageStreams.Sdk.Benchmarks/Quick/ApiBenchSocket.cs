using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>A connection to a server on 127.0.0.1, which costs as little as possible.</summary>
public sealed class ApiBenchSocket
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _received;

    /// <param name="port">The port.</param>
    /// <param name="buffer">The first buffer, which may be shared by connections that do not read at the same time.</param>
    public ApiBenchSocket(int port, byte[] buffer)
    {
        _received = buffer;
        _socket.Connect(IPAddress.Loopback, port);
    }

    public static byte[] GetRequest(string path) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");

    public static byte[] PutRequest(string path, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"PUT {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    /// <summary>Sends a request, and returns the body of its answer.</summary>
    public byte[] Ask(byte[] request)
    {
        _socket.Send(request);
        var (count, head) = (0, -1);
        while (head < 0)
        {
            count += Receive(count);
            head = _received.AsSpan(0, count).IndexOf(EndOfHead);
        }

        var start = head + EndOfHead.Length;
        var length = ReadLength(Encoding.ASCII.GetString(_received, 0, head));
        Array.Resize(ref _received, Math.Max(_received.Length, start + length));
        while (count < start + length)
        {
            count += Receive(count);
        }

        return _received.AsSpan(start, length).ToArray();
    }

    /// <summary>Begins a watch, and waits for the head of its answer and the first event.</summary>
    public void Watch(string path)
    {
        _socket.Send(GetRequest(path));
        ReadLine("\"type\""u8);
    }

    /// <summary>Waits for the end of an event.</summary>
    public int ReadLine() => ReadLine("}\n"u8);

    private int ReadLine(ReadOnlySpan<byte> part)
    {
        var total = 0;
        while (true)
        {
            var count = Receive(0);
            total += count;
            if (_received.AsSpan(0, count).IndexOf(part) >= 0)
            {
                return total;
            }
        }
    }

    private int Receive(int at)
    {
        var count = _socket.Receive(_received.AsSpan(at));
        return count > 0 ? count : throw new IOException("The server closed the connection.");
    }

    private static int ReadLength(string head)
    {
        const string name = "content-length:";
        var line = head.Split("\r\n").First(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return int.Parse(line[name.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
