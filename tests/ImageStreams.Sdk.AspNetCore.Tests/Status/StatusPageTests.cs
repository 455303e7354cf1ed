using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ImageStreams.Testing;
using Microsoft.Extensions.Options;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

public sealed class StatusPageTests
{
    [Theory]
    [InlineData(null, "/", "/")]
    [InlineData(null, "/status", "/status/")]
    [InlineData("/base", "/status", "/base/status/")]
    public async Task Get_Page_IsWhereItIsMapped(string? pathBase, string prefix, string address)
    {
        await using var server = await StatusServer.StartAsync(pathBase: pathBase, prefix: prefix);
        using var client = CreateClient(server);
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", (await client.GetAsync(new Uri($"{address}status.json", UriKind.Relative))).Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Get_PageWithoutSlash_IsRedirectedBelowThePathBase()
    {
        await using var server = await StatusServer.StartAsync(pathBase: "/base", prefix: "/status");
        using var client = CreateClient(server);
        var response = await client.GetAsync(new Uri("/base/status", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Redirect, "/base/status/"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("Host", "evil.example.com")]
    [InlineData("Host", "127.0.0.1.evil.example.com")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-For", "192.0.2.7:4711")]
    [InlineData("Origin", "http://evil.example.com")]
    [InlineData("Origin", "null")]
    public async Task Get_FromElsewhere_IsRefused(string header, string value)
    {
        await using var server = await StatusServer.StartAsync();
        await using var open = await StatusServer.StartAsync(configure: options => options.AllowRemote = true);
        foreach (var path in new[] { "/", "/status.json", "/events" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, path, header, value)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(open, "/status.json", header, value)).StatusCode);
    }

    [Fact]
    public async Task Get_Json_HasTheWholeStatus()
    {
        var rig = new StatusRig();
        rig.Registry.Push("quay.io/shop/web:1", SyntheticImage.Create("web"));
        await rig.AddAsync(AnImageStream("web")
            .Tag("1", generation: null).FollowsImage("quay.io/shop/web:1").Scheduled()
            .Tag("2", generation: null).FollowsImage("quay.io/shop/web:2").Scheduled()
            .Tag("prod", generation: null).Follows("1").Build());
        await using var server = await StatusServer.StartAsync(rig);
        using var client = CreateClient(server);

        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri("/status.json", UriKind.Relative)));
        var tags = json.RootElement.GetProperty("tags").EnumerateArray().ToDictionary(tag => tag.GetProperty("tag").GetString()!);
        var summary = json.RootElement.GetProperty("status").GetProperty("summary");
        Assert.Equal((1, 3, 1), (summary.GetProperty("streams").GetInt32(), summary.GetProperty("tags").GetInt32(), summary.GetProperty("failing").GetInt32()));
        Assert.Equal("Resolved", tags["1"].GetProperty("state").GetString());
        Assert.StartsWith("sha256:", tags["1"].GetProperty("image").GetString(), StringComparison.Ordinal);
        Assert.Equal("shop/web:prod → shop/web:1 → quay.io/shop/web:1", tags["prod"].GetProperty("path").GetString());
        Assert.Equal(("Failed", "NotFound"), (tags["2"].GetProperty("state").GetString(), tags["2"].GetProperty("reason").GetString()));
        Assert.StartsWith("Push the tag, or correct its name", tags["2"].GetProperty("advice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Events_BeginWithTheStatusAndGoOnWithChanges()
    {
        var rig = new StatusRig();
        await using var server = await StatusServer.StartAsync(rig);
        using var client = CreateClient(server);
        using var reader = new StreamReader(await client.GetStreamAsync(new Uri("/events", UriKind.Relative)));

        Assert.Equal("event: status", await reader.ReadLineAsync());
        Assert.Contains("\"tags\":[]", await reader.ReadLineAsync(), StringComparison.Ordinal);
        await rig.CreateAsync(AnImageStream("web").Tag("1").Follows("2").Build());
        Assert.Equal("", await reader.ReadLineAsync());
        Assert.Equal("event: change", await reader.ReadLineAsync());
        Assert.Contains("\"id\":\"shop/web:1\"", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MoreEventsThanAllowed_IsToldToComeBack()
    {
        await using var server = await StatusServer.StartAsync(configure: options => options.MaxViewers = 1);
        using var client = CreateClient(server);
        using var first = await client.GetAsync(new Uri("/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var second = await client.GetAsync(new Uri("/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (first.StatusCode, second.StatusCode));
        Assert.Equal(new RetryConditionHeaderValue(TimeSpan.FromSeconds(5)), second.Headers.RetryAfter);
    }

    [Fact]
    public async Task Get_MoreTagsThanAllowed_IsCut()
    {
        var rig = new StatusRig();
        await rig.CreateAsync(AnImageStream("web").Tag("1").Follows("3").Tag("2").Follows("3").Build());
        await using var server = await StatusServer.StartAsync(rig, configure: options => options.MaxTags = 1);
        using var client = CreateClient(server);
        var json = await client.GetStringAsync(new Uri("/status.json", UriKind.Relative));

        Assert.Contains("\"isCut\":true", json, StringComparison.Ordinal);
        Assert.DoesNotContain("shop/web:2", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1000, 1, 1, "Title must have 1 to 200 characters.")]
    [InlineData("t", 99, 1, 1, "RefreshInterval must be at least 100 milliseconds and at most an hour.")]
    [InlineData("t", 1000, 0, 1, "MaxViewers must be at least 1.")]
    [InlineData("t", 1000, 1, 0, "MaxTags must be at least 1.")]
    public async Task Map_OptionOutOfRange_IsRefused(string title, int interval, int viewers, int tags, string error)
    {
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => StatusServer.StartAsync(configure: options =>
        {
            (options.Title, options.MaxViewers, options.MaxTags) = (title, viewers, tags);
            options.RefreshInterval = TimeSpan.FromMilliseconds(interval);
        }));

        Assert.Equal([error], e.Failures);
    }

    private static HttpClient CreateClient(StatusServer server) =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };

    private static async Task<HttpResponseMessage> SendAsync(StatusServer server, string path, string header, string value)
    {
        using var client = CreateClient(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await client.SendAsync(request);
    }
}
