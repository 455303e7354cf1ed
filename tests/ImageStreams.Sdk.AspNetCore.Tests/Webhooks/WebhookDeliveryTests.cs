using System.Net;
using System.Security.Cryptography;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using ImageStreams.Tests.Importing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Deliveries that come again, and too many of them.</summary>
public sealed class WebhookDeliveryTests
{
    private static readonly (string, string) Authorized = ("Authorization", WebhookServer.Secret);

    [Fact]
    public async Task Post_SameBodyWithATime_CountsOnceWithinTheWindow()
    {
        var time = new FakeTimeProvider();
        await using var server = await WebhookServer.StartAsync(NotificationFormat.GitLab, timeProvider: time);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync());
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync());
        time.Advance(RegistryWebhookOptions.DefaultDuplicateWindow);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync());
        await server.GetMoveAsync();
        await server.GetMoveAsync();
        Assert.Equal(0, server.PendingMoves);

        async Task<HttpStatusCode> PostAsync() => (await server.PostAsync("/hooks/a", CloudNotifications.GitLab, Authorized)).StatusCode;
    }

    [Fact]
    public async Task Post_SameBodyWithoutATime_CountsAgain()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Quay);

        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync($"/hooks/a/{WebhookServer.Secret}", Notifications.Quay)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync($"/hooks/a/{WebhookServer.Secret}", Notifications.Quay)).StatusCode);
    }

    [Fact]
    public async Task Post_SignedBodyReplayed_IsKnownByNumberAndByContent()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.GitHub);
        var changed = Notifications.GitHub.Replace("\"1.0\"", "\"2.0\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(Notifications.GitHub, "d1"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Notifications.GitHub, "d2"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(changed, "d1"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(changed, "d3"));

        async Task<HttpStatusCode> PostAsync(string body, string number) => (await server.PostAsync(
            "/hooks/a", body, ("X-GitHub-Delivery", number), ("X-Hub-Signature-256", $"sha256={Sign(body)}"))).StatusCode;
    }

    [Fact]
    public async Task Post_MoreThanAllowed_IsToldWhenToComeBack()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.GitLab, sender => sender.RequestsPerMinute = 2);
        for (var forgery = 0; forgery < 5; forgery++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("/hooks/a", CloudNotifications.GitLab)).StatusCode);
        }

        await server.PostAsync("/hooks/a", CloudNotifications.GitLab, Authorized);
        await server.PostAsync("/hooks/a", CloudNotifications.GitLab, Authorized);
        var response = await server.PostAsync("/hooks/a", CloudNotifications.GitLab, Authorized);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter?.Delta ?? default, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Post_ManySenders_AreKeptApart()
    {
        await using var server = await WebhookServer.StartAsync(options =>
        {
            for (var i = 0; i < 200; i++)
            {
                options.Add($"team-{i}", NotificationFormat.GitLab, $"{WebhookServer.Secret}-{i}");
            }
        });

        var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => PostAsync(i, i)));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Accepted, status));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(7, 8));

        async Task<HttpStatusCode> PostAsync(int sender, int secret) => (await server.PostAsync(
            $"/hooks/team-{sender}", CloudNotifications.GitLab, ("Authorization", $"{WebhookServer.Secret}-{secret}"))).StatusCode;
    }

    [Fact]
    public async Task Post_NewSecret_IsAcceptedBesideTheOldOne()
    {
        await using var server = await WebhookServer.StartAsync(
            NotificationFormat.Harbor, sender => (sender.Secret, sender.PreviousSecret) = ("the-newer-secret-of-two", WebhookServer.Secret));

        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/a", Notifications.Harbor, Authorized)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.PostAsync("/hooks/a", Notifications.Harbor, ("Authorization", "the-newer-secret-of-two"))).StatusCode);
    }

    [Fact]
    public void SeenDeliveries_AreBoundedAndTimed()
    {
        var time = new FakeTimeProvider();
        var seen = new SeenDeliveries(time, TimeSpan.FromMinutes(1), capacity: 10);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(seen.TryRemember([$"{i}"]));
        }

        Assert.Equal(10, seen.Count);
        Assert.False(seen.TryRemember(["999"]));
        seen.Forget(["999"]);
        Assert.True(seen.TryRemember(["999"]));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(seen.TryRemember(["998"]));
        Assert.Equal(1, seen.Count);
    }

    [Fact]
    public async Task Post_ScheduleThatThrows_DoesNotStopTheNext()
    {
        var calls = 0;
        await using var server = await WebhookServer.StartAsync(options =>
        {
            var moved = options.Moved!;
            options.Moved = move => Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("no") : moved(move);
            options.Add("a", NotificationFormat.GitLab, WebhookServer.Secret);
        });

        await server.PostAsync("/hooks/a", CloudNotifications.GitLab, Authorized);
        await server.PostAsync("/hooks/a", CloudNotifications.GitLabRename, Authorized);
        Assert.Equal("registry.gitlab.test/shop/old deleted", await server.GetMoveAsync());
        Assert.Contains(server.Log.Lines, line => line.StartsWith("Error: Webhook a: the schedule could not be notified of registry.gitlab.test/shop/web:1.0", StringComparison.Ordinal));
    }

    private static string Sign(string body) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookServer.Secret), Encoding.UTF8.GetBytes(body)));
}
