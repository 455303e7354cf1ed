using System.IO.Compression;
using System.Net;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using ImageStreams.Tests.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>What an endpoint keeps from one request to the next, and what it does not.</summary>
public sealed class WebhookMemoryTests
{
    private static readonly (string, string) Authorized = ("Authorization", WebhookServer.Secret);

    [Fact]
    public void SeenDeliveries_CapacityIsOfDeliveries_NotOfTheirKeys()
    {
        var seen = new SeenDeliveries(new FakeTimeProvider(), TimeSpan.FromMinutes(1), capacity: 2);

        Assert.True(seen.TryRemember(["id 1", "hash 1"]));
        Assert.True(seen.TryRemember(["id 2", "hash 2"]));
        Assert.False(seen.TryRemember(["id 2"]));
        Assert.True(seen.TryRemember(["id 3", "hash 3"]));
        Assert.Equal(4, seen.Count);
        Assert.True(seen.TryRemember([]));
        Assert.True(seen.TryRemember([]));
    }

    [Fact]
    public void SeenDeliveries_ForgottenAndBack_StaysForItsOwnTime()
    {
        var time = new FakeTimeProvider();
        var seen = new SeenDeliveries(time, TimeSpan.FromMinutes(2), capacity: 10);
        seen.TryRemember(["a"]);
        seen.Forget(["a"]);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(seen.TryRemember(["a"]));

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(seen.TryRemember(["a"]));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(seen.TryRemember(["a"]));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(2)]
    [InlineData(600)]
    public void WebhookLimits_Rate_IsThatOfTheOption(int requestsPerMinute)
    {
        var limits = new WebhookLimits(1, requestsPerMinute);
        TimeSpan retryAfter;
        while (limits.TryCount(out retryAfter))
        {
            Assert.Equal(TimeSpan.FromSeconds(1), retryAfter);
        }

        Assert.Equal(60_000 / requestsPerMinute, (int)retryAfter.TotalMilliseconds);
    }

    [Fact]
    public void WebhookLimits_LargestRate_IsAllowed() => Assert.True(new WebhookLimits(1, int.MaxValue).TryCount(out _));

    [Fact]
    public async Task WebhookQueue_Worker_IsOutsideOfTheFirstRequest()
    {
        var scope = new AsyncLocal<string> { Value = "/hooks/hub/secret" };
        var seen = new TaskCompletionSource<string?>();
        var queue = new WebhookQueue(1, (_, _) => seen.TrySetResult(scope.Value) ? 1 : 0, NullLogger.Instance);
        queue.TryAdd("hub", RegistryNotification.Parse(Encoding.UTF8.GetBytes(Notifications.Quay)), unscheduledToo: false);

        Assert.Null(await seen.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal("/hooks/hub/secret", scope.Value);
        queue.Complete();
    }

    [Fact]
    public async Task Post_LargestLimit_IsReadInSmallParts()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.GitLab, sender => sender.Notifications.MaxBytes = int.MaxValue);

        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/a", CloudNotifications.GitLab, Authorized)).StatusCode);
    }

    [Fact]
    public async Task Post_BodyThatDoesNotDecompress_IsInvalid()
    {
        var sender = new RegistryWebhookSender { AllowAnonymous = true };
        var queue = new WebhookQueue(1, (_, _) => 0, NullLogger.Instance);
        var endpoint = new WebhookEndpoint("a", sender, new RegistryWebhookOptions(), queue, TimeProvider.System, NullLogger.Instance);
        await using var body = new GZipStream(new MemoryStream("neither gzip nor JSON"u8.ToArray()), CompressionMode.Decompress);
        var context = new DefaultHttpContext { Request = { Body = body } };
        await endpoint.HandleAsync(context);

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
    }
}
