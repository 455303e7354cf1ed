using System.Net;
using System.Security.Cryptography;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using ImageStreams.Tests.Importing;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The notification of every registry, posted as that registry posts it.</summary>
public sealed class WebhookFormatTests
{
    private const string Secret = WebhookServer.Secret;
    private const string Artifactory = """
        {"domain":"docker","event_type":"pushed","data":{"repo_key":"local","image_name":"shop/web","tag":"1.0"},"jpd_origin":"https://jfrog.test"}
        """;

    private const string Azure = """
        {"id":"e1","timestamp":"2023-11-14T22:13:20Z","action":"push","target":{"repository":"shop/web","tag":"1.0"},"request":{"host":"demo.azurecr.io"}}
        """;

    public static TheoryData<NotificationFormat, string, string> BySecretInTheHeader => new()
    {
        { NotificationFormat.Harbor, Notifications.Harbor, "harbor.test:444/shop/team/web:1.0" },
        { NotificationFormat.Harbor, Notifications.HarborCloudEvent, "harbor.test/shop/web" },
        { NotificationFormat.Distribution, Notifications.Distribution, "registry.test:5000/shop/web:1.0" },
        { NotificationFormat.GitLab, CloudNotifications.GitLab, "registry.gitlab.test/shop/web:1.0" },
        { NotificationFormat.AzureContainerRegistry, Azure, "demo.azurecr.io/shop/web:1.0" },
        { NotificationFormat.ElasticContainerRegistry, CloudNotifications.EventBridge, "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/web:1.0" },
    };

    public static TheoryData<NotificationFormat, string, string> BySecretInThePath => new()
    {
        { NotificationFormat.DockerHub, Notifications.DockerHub, "docker.io/shop/web:1.0" },
        { NotificationFormat.Quay, Notifications.Quay, "quay.io/shop/web:1.0" },
        { NotificationFormat.GoogleArtifactRegistry, CloudNotifications.PubSub, "europe-docker.pkg.dev/demo/shop/web:1.0" },
    };

    [Theory]
    [MemberData(nameof(BySecretInTheHeader))]
    public async Task Post_SecretInTheHeader_NotifiesOfTheMove(NotificationFormat format, string body, string moved)
    {
        await using var server = await WebhookServer.StartAsync(format);

        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", body));
        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", body, ("Authorization", "Bearer wrong")));
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/a", body, ("Authorization", Secret))).StatusCode);
        Assert.StartsWith(moved, await server.GetMoveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BySecretInThePath))]
    public async Task Post_SecretInThePath_NotifiesOfTheMove(NotificationFormat format, string body, string moved)
    {
        await using var server = await WebhookServer.StartAsync(format);

        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", body));
        await AssertRefusedAsync(server, await server.PostAsync($"/hooks/a/{Secret}x", body));
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync($"/hooks/a/{Secret}", body)).StatusCode);
        Assert.StartsWith(moved, await server.GetMoveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    [InlineData("{0}")]
    [InlineData("Basic {1}")]
    public async Task Post_FormsOfTheHeader_AreAllKnown(string form)
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.AzureContainerRegistry);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"acr:{Secret}"));
        var response = await server.PostAsync("/hooks/a", Azure, ("Authorization", form.Replace("{0}", Secret, StringComparison.Ordinal).Replace("{1}", basic, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Post_SignatureOfGitHub_IsOfTheRawBody()
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.GitHub);
        var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Notifications.GitHub)))}";

        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", $"{Notifications.GitHub} ", ("X-Hub-Signature-256", signature)));
        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", Notifications.GitHub, ("Authorization", Secret)));
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/a", Notifications.GitHub, ("X-Hub-Signature-256", signature))).StatusCode);
        Assert.StartsWith("ghcr.io/shop/web:1.0", await server.GetMoveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SignatureOfNexus_IsOfTheRawBody()
    {
        await using var server = await WebhookServer.StartAsync(
            NotificationFormat.Nexus, sender => sender.Notifications.Registry = "nexus.test");
#pragma warning disable CA5350 // Nexus signs so
        var signature = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(CloudNotifications.NexusComponent)));
#pragma warning restore CA5350

        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", CloudNotifications.NexusAsset, ("X-Nexus-Webhook-Signature", signature)));
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/a", CloudNotifications.NexusComponent, ("X-Nexus-Webhook-Signature", signature))).StatusCode);
        Assert.Equal("nexus.test/shop/web:1.0 pushed", await server.GetMoveAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(WebhookVerification.ArtifactorySignature)]
    public async Task Post_Artifactory_SendsTheSecretOrASignature(WebhookVerification? verification)
    {
        await using var server = await WebhookServer.StartAsync(NotificationFormat.Artifactory, sender => sender.Verification = verification);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Artifactory)));
        var (right, wrong) = verification is null ? (Secret, signature) : (signature, Secret);

        await AssertRefusedAsync(server, await server.PostAsync("/hooks/a", Artifactory, ("X-JFrog-Event-Auth", wrong)));
        Assert.Equal(HttpStatusCode.Accepted, (await server.PostAsync("/hooks/a", Artifactory, ("X-JFrog-Event-Auth", right))).StatusCode);
        Assert.Equal("jfrog.test/local/shop/web:1.0 pushed", await server.GetMoveAsync());
    }

    private static async Task AssertRefusedAsync(WebhookServer server, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(
            """{"title":"Unauthorized","status":401,"detail":"The secret is missing or wrong."}""",
            await response.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(0, server.PendingMoves);
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }
}
