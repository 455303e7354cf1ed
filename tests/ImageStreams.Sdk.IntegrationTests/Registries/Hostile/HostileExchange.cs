using System.Net.Sockets;
using System.Text;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>One request over HTTP/1.1, and the ways to answer it.</summary>
internal sealed class HostileExchange(NetworkStream stream, string request, string host, CancellationToken stop)
{
    private const int MaxHead = 64 << 10;

    /// <summary>The head of the request, as it was sent.</summary>
    public string Request => request;

    /// <summary>The host and port of the server.</summary>
    public string Host => host;

    public string Path => request.Split(' ') is [_, var path, ..] ? path : "";

    public bool IsAuthorized => request.Contains("Authorization:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the head of a request; empty when the client speaks TLS, or has hung up.</summary>
    public static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && head.Length < MaxHead)
        {
            var read = await stream.ReadAsync(buffer, stop);
            if (read == 0 || (head.Length == 0 && buffer[0] == 0x16))
            {
                return "";
            }

            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }

    /// <summary>Sends a text and hangs up.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public Task SendAsync(byte[] bytes) => stream.WriteAsync(bytes, stop).AsTask();

    /// <summary>Sends a whole answer.</summary>
    public Task AnswerAsync(string status, string headers = "", string body = "") => AnswerAsync(status, headers, Encoding.UTF8.GetBytes(body));

    public async Task AnswerAsync(string status, string headers, byte[] body)
    {
        await SendAsync($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n");
        await SendAsync(body);
    }

    /// <summary>Sends a start, and then the same for ever.</summary>
    public async Task SendForeverAsync(string start, string more)
    {
        await SendAsync(start);
        var block = string.Concat(Enumerable.Repeat(more, Math.Max(1, 4096 / more.Length)));
        while (true)
        {
            await SendAsync(block);
        }
    }

    /// <summary>Sends a start, and then a little at a time.</summary>
    public async Task DripAsync(string start, string more)
    {
        await SendAsync(start);
        while (true)
        {
            await SendAsync(more);
            await Task.Delay(TimeSpan.FromMilliseconds(40), stop);
        }
    }

    /// <summary>Sends a start, and nothing more.</summary>
    public async Task HangAsync(string start = "")
    {
        await SendAsync(start);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }

    /// <summary>Resets the connection.</summary>
    public async Task ResetAsync(string start = "")
    {
        await SendAsync(start);
        stream.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        stream.Socket.Close();
    }
}
