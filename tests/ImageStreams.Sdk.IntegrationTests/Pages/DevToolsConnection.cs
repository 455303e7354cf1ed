using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ImageStreams.IntegrationTests.Pages;

/// <summary>A connection to a browser: commands with their answers, and events of its tabs.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _pending = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> _listeners = new();
    private int _lastId;

    private DevToolsConnection()
    {
    }

    /// <summary>Connects to a browser of this machine.</summary>
    public static async Task<DevToolsConnection> OpenAsync(Uri address)
    {
        var connection = new DevToolsConnection();
        await connection._socket.ConnectAsync(address, CancellationToken.None);
        _ = connection.ReceiveAsync();
        return connection;
    }

    /// <summary>Calls back with the name and the parameters of each event of a tab.</summary>
    public void Listen(string session, Action<string, JsonElement> listener) => _listeners[session] = listener;

    /// <summary>Sends a command and returns its result.</summary>
    /// <exception cref="InvalidOperationException">The browser refused the command.</exception>
    /// <exception cref="TimeoutException">The browser did not answer.</exception>
    public async Task<JsonElement> SendAsync(string method, object? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = answer;
        var command = new Dictionary<string, object?> { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { } };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(command, WithoutNulls));
        return await answer.Task.WaitAsync(Patience);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(byte[] message)
    {
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads until the connection ends, which fails all commands that wait.</summary>
    private async Task ReceiveAsync()
    {
        try
        {
            while (await ReadAsync() is { } message)
            {
                Handle(message);
            }

            Fail(new InvalidOperationException("The browser has closed the connection."));
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            Fail(exception);
        }
    }

    private async Task<JsonElement?> ReadAsync()
    {
        var buffer = new byte[65536];
        using var text = new MemoryStream();
        while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
        {
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                using var document = JsonDocument.Parse(text.ToArray());
                return document.RootElement.Clone();
            }
        }

        return null;
    }

    private void Handle(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            var session = message.TryGetProperty("sessionId", out var name) ? name.GetString()! : "";
            _listeners.GetValueOrDefault(session)?.Invoke(message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
        else if (_pending.TryRemove(id.GetInt32(), out var answer))
        {
            _ = message.TryGetProperty("error", out var error)
                ? answer.TrySetException(new InvalidOperationException(error.ToString()))
                : answer.TrySetResult(message.GetProperty("result"));
        }
    }

    private void Fail(Exception exception)
    {
        foreach (var answer in _pending.Values)
        {
            answer.TrySetException(exception);
        }
    }
}
