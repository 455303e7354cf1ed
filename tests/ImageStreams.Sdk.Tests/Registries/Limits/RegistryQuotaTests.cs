using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryQuotaTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RegistryRepository Hub = new() { Registry = "docker.io", Name = "library/app" };

    [Fact]
    public async Task FindQuota_DockerHub_HasLimitWindowAndRest()
    {
        var quota = await AskAsync(() => Reply.Manifest().With("ratelimit-limit", "100;w=21600").With("ratelimit-remaining", "76;w=21600"));

        Assert.Equal(
            new RegistryQuota { Registry = "docker.io", Limit = 100, Remaining = 76, Window = TimeSpan.FromHours(6), ObservedAt = Now }, quota);
    }

    [Theory]
    [InlineData("RateLimit-Reset", "30", 30)]
    [InlineData("X-RateLimit-Reset", "1717200060", 60)]
    public async Task FindQuota_Reset_IsAMoment(string header, string value, int seconds)
    {
        var quota = await AskAsync(() => Reply.Manifest().With(header, value));

        Assert.Equal(Now.AddSeconds(seconds), quota!.ResetsAt);
    }

    [Theory]
    [InlineData("X-RateLimit-Remaining", "5", 5L)]
    [InlineData("RateLimit-Remaining", "5, 7;w=1", 5L)]
    [InlineData("RateLimit-Remaining", " 5 ; w=x", 5L)]
    [InlineData("RateLimit-Remaining", "-5", null)]
    [InlineData("RateLimit-Remaining", "", null)]
    [InlineData("RateLimit-Remaining", "99999999999999999999", null)]
    [InlineData("RateLimit-Remaining", "many", null)]
    public async Task FindQuota_Remaining_IsReadOrLeftOut(string header, string value, long? expected) =>
        Assert.Equal(expected, (await AskAsync(() => Reply.Manifest().With(header, value)))?.Remaining);

    [Fact]
    public async Task FindQuota_NothingReported_IsNull() => Assert.Null(await AskAsync(() => Reply.Manifest()));

    [Fact]
    public async Task FindQuota_RefusedRequest_ReportsItToo()
    {
        var quota = await AskAsync(() => Reply.Status(HttpStatusCode.NotFound).With("RateLimit-Remaining", "3"));

        Assert.Equal(3, quota!.Remaining);
    }

    [Fact]
    public async Task FindQuota_StorageBehindARedirect_DoesNotCount()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Host == "storage.example"
            ? Reply.Manifest().With("RateLimit-Remaining", "3")
            : Reply.Redirect("https://storage.example/x"));
        using var client = Client(handler);

        await client.GetManifestAsync(Hub, "1");

        Assert.Null(client.FindQuota("docker.io"));
    }

    [Fact]
    public async Task FindQuota_Scopes_HaveTheirOwn()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest().With("RateLimit-Remaining", "3"));
        using var client = Client(handler);

        await client.GetManifestAsync(Hub with { CredentialScope = "shop" }, "1");

        Assert.Equal((null, 3L), (client.FindQuota("index.docker.io"), client.FindQuota("index.docker.io", "shop")?.Remaining));
    }

    private static async Task<RegistryQuota?> AskAsync(Func<HttpResponseMessage> answer)
    {
        using var handler = new ScriptedHandler(_ => answer());
        using var client = Client(handler);
        await Record.ExceptionAsync(() => client.GetManifestAsync(Hub, "1"));
        return client.FindQuota("docker.io");
    }

    private static HttpRegistryClient Client(ScriptedHandler handler) => new(
        new RegistryClientOptions { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler), timeProvider: new FakeTimeProvider(Now));
}
