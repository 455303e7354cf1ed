using System.Buffers.Binary;
using System.Net.Security;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The server's end of a connection of HTTP/2, which sends frames of any kind.</summary>
internal sealed class Http2Connection(SslStream stream, CancellationToken stop)
{
    public const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, PushPromise = 5, Ping = 6, GoAway = 7, WindowUpdate = 8, Continuation = 9;
    public const byte EndStream = 1, Ack = 1, EndHeaders = 4, Padded = 8;
    private const int PrefaceLength = 24;
    private const int HeadLength = 9;

    /// <summary>The header block of a status 200: one entry of the static table.</summary>
    public static byte[] Ok { get; } = [0x88];

    /// <summary>The stream of the request.</summary>
    public int Stream { get; private set; }

    /// <summary>Reads the preface and the first request, and exchanges settings.</summary>
    public async Task AcceptAsync()
    {
        await stream.ReadExactlyAsync(new byte[PrefaceLength], stop);
        await SendAsync(Settings, 0, 0, []);
        byte type;
        do
        {
            (type, Stream) = await ReadFrameAsync();
        }
        while (type != Headers);

        await SendAsync(Settings, Ack, 0, []);
    }

    /// <summary>Sends a frame; its length may be a lie.</summary>
    public async Task SendAsync(byte type, byte flags, int id, byte[] payload, int? length = null)
    {
        var frame = new byte[HeadLength + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, (length ?? payload.Length) << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        payload.CopyTo(frame, HeadLength);
        await stream.WriteAsync(frame, stop);
        await stream.FlushAsync(stop);
    }

    public Task SendRawAsync(byte[] bytes) => stream.WriteAsync(bytes, stop).AsTask();

    public async Task SendForeverAsync(byte type, byte flags, int id, byte[] payload)
    {
        while (true)
        {
            await SendAsync(type, flags, id, payload);
        }
    }

    public Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan, stop);

    private async Task<(byte Type, int Stream)> ReadFrameAsync()
    {
        var head = new byte[HeadLength];
        await stream.ReadExactlyAsync(head, stop);
        var length = BinaryPrimitives.ReadInt32BigEndian(head) >> 8;
        await stream.ReadExactlyAsync(new byte[length & 0xFFFFFF], stop);
        return (head[3], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)));
    }
}
