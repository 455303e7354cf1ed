using System.Net;
using System.Net.Sockets;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using ImageStreams.Tests.Importing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Requests that no registry sends.</summary>
public sealed class HostileWebhookTests
{
    private static readonly (string, string) Authorized = ("Authorization", WebhookServer.Secret);

    [Theory]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 204)]
    [InlineData("\u0000", 400)]
    [InlineData("""{"events":[{"action":"push","target":{"repository":"A"},"request":{"host":"r"}}]}""", 400)]
    [InlineData("""{"events":[{"action":"pull"}]}""", 204)]
    public async Task Post_AnyBody_IsAnswered(string body, int status)
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Distribution);
        var response = await server.PostAsync("/hooks/a", body, Authorized);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 400, (await response.Content.ReadAsStringAsync()).StartsWith("""{"title":"Invalid","status":400,"detail":""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_AnnouncedLength_IsRefusedBeforeTheBody()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Distribution);
        var answer = await TalkAsync(server, $"POST /hooks/a HTTP/1.1\r\nHost: a\r\nAuthorization: {WebhookServer.Secret}\r\nContent-Length: 1000000000000\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ChunksWithoutEnd_AreReadUpToTheLimit()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Distribution, sender => sender.Notifications.MaxBytes = 1000);
        var chunk = $"80\r\n{new string(' ', 128)}\r\n";
        var answer = await TalkAsync(
            server, $"POST /hooks/a HTTP/1.1\r\nHost: a\r\nAuthorization: {WebhookServer.Secret}\r\nTransfer-Encoding: chunked\r\n\r\n{string.Concat(Enumerable.Repeat(chunk, 8))}");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("The body is longer than 1000 bytes.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_BodyThatStops_IsGivenUp()
    {
        var time = new FakeTimeProvider();
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Distribution, timeProvider: time);
        using var client = await SendAsync(server, $"POST /hooks/a HTTP/1.1\r\nHost: a\r\nAuthorization: {WebhookServer.Secret}\r\nContent-Length: 9\r\n\r\n{{");
        var answer = ReadAsync(client);
        while (!answer.IsCompleted)
        {
            time.Advance(RegistryWebhookOptions.DefaultBodyTimeout);   // again, because the server may not have begun to read
            await Task.WhenAny(answer, Task.Delay(10));
        }

        Assert.StartsWith("HTTP/1.1 408 ", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ManySlowBodies_LeaveNoRoomForMoreThanTheLimit()
    {
        await using var server = await WebhookServer.StartAsync(options =>
        {
            options.MaxConcurrentRequests = 1;
            options.Add("a", NotificationFormat.Distribution, WebhookServer.Secret);
            options.Add("b", NotificationFormat.Distribution, WebhookServer.Secret);
        });
        using var slow = await SendAsync(
            server, $"POST /hooks/a HTTP/1.1\r\nHost: a\r\nAuthorization: {WebhookServer.Secret}\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100 ", await ReadLineAsync(slow), StringComparison.Ordinal);   // the server reads the body now

        var response = await server.PostAsync("/hooks/a", Notifications.Distribution, Authorized);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (response.StatusCode, response.Headers.RetryAfter?.ToString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("/hooks/a", Notifications.Distribution)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/b", Notifications.Distribution, Authorized)).StatusCode);
    }

    [Theory]
    [InlineData("/hooks", HttpStatusCode.NotFound)]
    [InlineData("/hooks/", HttpStatusCode.NotFound)]
    [InlineData("/hooks/b", HttpStatusCode.NotFound)]
    [InlineData("/hooks/a/b", HttpStatusCode.NotFound)]
    [InlineData("/hooks/a%2f..%2fa", HttpStatusCode.NotFound)]
    [InlineData("/hooks/a%00", HttpStatusCode.BadRequest)]
    [InlineData("/hooks/../hooks/a", HttpStatusCode.Accepted)]
    [InlineData("/HOOKS/A", HttpStatusCode.Accepted)]
    public async Task Post_OddPath_LeadsNowhereElse(string path, HttpStatusCode status)
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Distribution);
        var answer = await TalkAsync(
            server, $"POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: {WebhookServer.Secret}\r\nContent-Length: {Notifications.Distribution.Length}\r\n\r\n{Notifications.Distribution}");

        Assert.StartsWith($"HTTP/1.1 {(int)status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Webhook_IsNotAllowed()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Distribution);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.SendAsync(HttpMethod.Get, "/hooks/a")).StatusCode);
    }

    private static async Task<string> TalkAsync(WebhookServer server, string request)
    {
        using var client = await SendAsync(server, request);
        return await ReadAsync(client);
    }

    private static async Task<TcpClient> SendAsync(WebhookServer server, string request)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return client;
    }

    private static async Task<string> ReadLineAsync(TcpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        return await reader.ReadLineAsync(patience.Token) ?? "";
    }

    /// <summary>Reads the head and the body, or up to the end of the connection.</summary>
    private static async Task<string> ReadAsync(TcpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().TrimEnd().EndsWith('}') && await client.GetStream().ReadAsync(buffer, patience.Token) is > 0 and var count)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
