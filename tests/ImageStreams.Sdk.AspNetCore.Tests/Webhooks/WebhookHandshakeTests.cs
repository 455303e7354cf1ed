using System.Net;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using ImageStreams.Tests.Importing;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>What senders ask before they send.</summary>
public sealed class WebhookHandshakeTests
{
    private const string Validation = """
        [{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6-c7b8",
        "validationUrl":"http://127.0.0.1:9/"}}]
        """;

    private static Task<WebhookServer> StartGridAsync() => WebhookServer.StartAsync(
        NotificationFormat.AzureContainerRegistry, sender => sender.Verification = WebhookVerification.Path);

    [Fact]
    public async Task Post_ValidationOfEventGrid_GetsItsCode()
    {
        await using var server = await StartGridAsync();
        var response = await server.PostAsync($"/hooks/a/{WebhookServer.Secret}", Validation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"validationResponse":"512d38b6-c7b8"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.PostAsync("/hooks/a", Validation)).StatusCode);
    }

    [Fact]
    public async Task Options_CloudEvents_AllowsTheOriginThatAsks()
    {
        await using var server = await StartGridAsync();
        var response = await server.SendAsync(
            HttpMethod.Options, $"/hooks/a/{WebhookServer.Secret}", headers: ("WebHook-Request-Origin", "eventgrid.azure.net"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("eventgrid.azure.net", Assert.Single(response.Headers.GetValues("WebHook-Allowed-Origin")));
        Assert.Equal("300", Assert.Single(response.Headers.GetValues("WebHook-Allowed-Rate")));
    }

    [Theory]
    [InlineData("/hooks/a", "eventgrid.azure.net", HttpStatusCode.Unauthorized)]
    [InlineData($"/hooks/a/{WebhookServer.Secret}", "*", HttpStatusCode.BadRequest)]
    [InlineData($"/hooks/a/{WebhookServer.Secret}", "", HttpStatusCode.BadRequest)]
    public async Task Options_AnythingElse_AllowsNothing(string path, string origin, HttpStatusCode status)
    {
        await using var server = await StartGridAsync();
        var response = await server.SendAsync(HttpMethod.Options, path, headers: ("WebHook-Request-Origin", origin));

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("WebHook-Allowed-Origin"));
    }

    [Fact]
    public async Task Post_SubscriptionOfSns_IsLoggedForAPerson()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.ElasticContainerRegistry);
        var response = await server.PostAsync(
            "/hooks/a", CloudNotifications.SubscriptionConfirmation, ("Authorization", WebhookServer.Secret));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains(server.Log.Lines, line => line.Contains(
            "aws sns confirm-subscription --topic-arn arn:aws:sns:eu-central-1:111122223333:images --token 2336412f37fb687f", StringComparison.Ordinal));
    }
}
