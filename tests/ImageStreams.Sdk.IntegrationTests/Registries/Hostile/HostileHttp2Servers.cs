using ImageStreams.Registries;
using static ImageStreams.IntegrationTests.Registries.Http2Connection;
using static ImageStreams.Registries.RegistryFailure;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The table of hostile servers of HTTP/2; each serves one request.</summary>
internal static class HostileHttp2Servers
{
    private static readonly byte[] Kilobyte = new byte[1024];

    /// <summary>A header block: status 200, then a literal header in upper case, which HTTP/2 forbids.</summary>
    private static readonly byte[] UpperCase = [0x88, 0x00, 1, (byte)'X', 1, (byte)'a'];

    public static readonly IReadOnlyList<HostileHttp2Server> All =
    [
        new("GOAWAY with an error", c => Then(c, c.SendAsync(GoAway, 0, 0, [0, 0, 0, 0, 0, 0, 0, 11])), Unreachable, InvalidResponse, RegistryFailure.Timeout),
        new("GOAWAY without end", c => c.SendForeverAsync(GoAway, 0, 0, [0, 0, 0, 1, 0, 0, 0, 0]), Unreachable, InvalidResponse, RegistryFailure.Timeout),
        new("RST_STREAM of a protocol error", c => Then(c, c.SendAsync(Reset, 0, c.Stream, [0, 0, 0, 1])), Unreachable, InvalidResponse),
        new("RST_STREAM after the headers", c => ResetInBodyAsync(c), Truncated, Unreachable, InvalidResponse),
        new("RST_STREAM of no stream", c => Then(c, c.SendAsync(Reset, 0, 0, [0, 0, 0, 1])), Unreachable, InvalidResponse),
        new("CONTINUATION without end", c => ContinueAsync(c, CreateHeader(Kilobyte)), InvalidResponse, Unreachable, RegistryFailure.Timeout),
        new("CONTINUATION of no headers", c => Then(c, c.SendAsync(Continuation, EndHeaders, c.Stream, Ok)), InvalidResponse, Unreachable),
        new("empty CONTINUATION without end", c => ContinueAsync(c, []), InvalidResponse, Unreachable, RegistryFailure.Timeout),
        new("headers and nothing more", c => Then(c, c.SendAsync(Headers, EndHeaders, c.Stream, Ok)), RegistryFailure.Timeout),
        new("nothing at all", c => c.HangAsync(), RegistryFailure.Timeout),
        new("PUSH_PROMISE", c => Then(c, c.SendAsync(PushPromise, EndHeaders, c.Stream, [0, 0, 0, 2, 0x82])), InvalidResponse, Unreachable),
        new("frame of 16 MB", c => Then(c, c.SendAsync(Headers, EndHeaders, c.Stream, Ok, length: 0xFFFFFF)), InvalidResponse, Unreachable),
        new("unknown frames without end", c => c.SendForeverAsync(0xEE, 0, 0, Kilobyte), RegistryFailure.Timeout, Unreachable, InvalidResponse),
        new("DATA on stream 0", c => Then(c, c.SendAsync(Data, 0, 0, Kilobyte)), InvalidResponse, Unreachable),
        new("DATA before headers", c => Then(c, c.SendAsync(Data, EndStream, c.Stream, Kilobyte)), InvalidResponse, Unreachable, Truncated),
        new("DATA of an idle stream", c => Then(c, c.SendAsync(Data, EndStream, 99, Kilobyte)), InvalidResponse, Unreachable, RegistryFailure.Timeout),
        new("DATA without end", c => DataAsync(c, Kilobyte), TooLarge, Unsupported, Unreachable, Truncated, InvalidResponse),
        new("empty DATA without end", c => DataAsync(c, []), RegistryFailure.Timeout, Unsupported, Unreachable, Truncated, InvalidResponse),
        new("DATA padded beyond its length", c => PaddedAsync(c), InvalidResponse, Unreachable, Truncated),
        new("SETTINGS without end", c => c.SendForeverAsync(Settings, 0, 0, [0, 3, 0, 0, 0, 100]), RegistryFailure.Timeout, Unreachable, InvalidResponse),
        new("SETTINGS of a wrong length", c => Then(c, c.SendAsync(Settings, 0, 0, [0, 3, 0])), InvalidResponse, Unreachable),
        new("PING without end", c => c.SendForeverAsync(Ping, 0, 0, new byte[8]), RegistryFailure.Timeout, Unreachable, InvalidResponse),
        new("WINDOW_UPDATE of zero", c => Then(c, c.SendAsync(WindowUpdate, 0, 0, [0, 0, 0, 0])), InvalidResponse, Unreachable),
        new("header block of garbage", c => Then(c, c.SendAsync(Headers, EndHeaders, c.Stream, [255, 255, 255, 255, 255, 255, 255])), InvalidResponse, Unreachable),
        new("header name in upper case", c => Then(c, c.SendAsync(Headers, EndHeaders | EndStream, c.Stream, UpperCase)), InvalidResponse, Unreachable, Unsupported),
        new("headers without a status", c => Then(c, c.SendAsync(Headers, EndHeaders | EndStream, c.Stream, [])), InvalidResponse, Unreachable),
        new("HTTP/1.1", c => Then(c, c.SendRawAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray())), InvalidResponse, Unreachable),
        new("end", _ => Task.CompletedTask, Unreachable, InvalidResponse),
    ];

    /// <summary>Keeps the connection open after a frame.</summary>
    private static async Task Then(Http2Connection connection, Task sending)
    {
        await sending;
        await connection.HangAsync();
    }

    private static async Task ResetInBodyAsync(Http2Connection connection)
    {
        await connection.SendAsync(Headers, EndHeaders, connection.Stream, Ok);
        await Then(connection, connection.SendAsync(Reset, 0, connection.Stream, [0, 0, 0, 2]));
    }

    private static async Task ContinueAsync(Http2Connection connection, byte[] block)
    {
        await connection.SendAsync(Headers, 0, connection.Stream, Ok);
        await connection.SendForeverAsync(Continuation, 0, connection.Stream, block);
    }

    private static async Task DataAsync(Http2Connection connection, byte[] block)
    {
        await connection.SendAsync(Headers, EndHeaders, connection.Stream, Ok);
        await connection.SendForeverAsync(Data, 0, connection.Stream, block);
    }

    private static async Task PaddedAsync(Http2Connection connection)
    {
        await connection.SendAsync(Headers, EndHeaders, connection.Stream, Ok);
        await Then(connection, connection.SendAsync(Data, Padded, connection.Stream, [255, 1, 2]));
    }

    /// <summary>Creates a literal header, to be repeated.</summary>
    private static byte[] CreateHeader(byte[] value) =>
        [0x00, 1, (byte)'x', 0x7F, 0x81, 0x07, .. value.Select(static _ => (byte)'a')];   // 1,024 = 127 + 897
}
