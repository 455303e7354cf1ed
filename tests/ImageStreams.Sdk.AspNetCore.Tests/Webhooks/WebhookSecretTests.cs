using System.Diagnostics;
using ImageStreams.AspNetCore;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Decisions before a body is read, and the secret that a path has in it.</summary>
public sealed class WebhookSecretTests
{
    [Theory]
    [InlineData(NotificationFormat.GitHub, "X-Hub-Signature-256")]
    [InlineData(NotificationFormat.Nexus, "X-Nexus-Webhook-Signature")]
    public void MayRead_SignatureIsMissing_BodyStaysUnread(NotificationFormat format, string header)
    {
        var secret = new WebhookSecret(CreateSender(format));
        var request = new DefaultHttpContext().Request;

        Assert.False(secret.MayRead(request));
        request.Headers[header] = "sha256=00";
        Assert.True(secret.MayRead(request));   // only the body shows whether it is right
        Assert.False(secret.MayAsk(request));
    }

    [Theory]
    [InlineData("/hooks/hub/" + WebhookServer.Secret)]
    [InlineData("/hooks/hub/" + WebhookServer.Secret + "/")]
    public void Hide_ActivityWithThePath_LosesTheSecret(string path)
    {
        using var activity = new Activity("request").SetTag("url.path", $"/base{path}");
        var context = CreateContext(activity, path);
        new WebhookSecret(CreateSender(NotificationFormat.DockerHub)).Hide(context);

        Assert.Equal("/base/hooks/hub/…", activity.GetTagItem("url.path"));
    }

    [Fact]
    public void Hide_SecretIsInAHeader_KeepsThePath()
    {
        using var activity = new Activity("request").SetTag("url.path", "/base/hooks/harbor");
        new WebhookSecret(CreateSender(NotificationFormat.Harbor)).Hide(CreateContext(activity, "/hooks/harbor"));

        Assert.Equal("/base/hooks/harbor", activity.GetTagItem("url.path"));
    }

    [Fact]
    public void Hide_ActivityWithoutThePath_GetsNone()
    {
        using var activity = new Activity("request");
        new WebhookSecret(CreateSender(NotificationFormat.DockerHub)).Hide(CreateContext(activity, $"/hooks/hub/{WebhookServer.Secret}"));

        Assert.Empty(activity.TagObjects);
    }

    private static RegistryWebhookSender CreateSender(NotificationFormat format) =>
        new() { Secret = WebhookServer.Secret, Notifications = { Format = format } };

    private static DefaultHttpContext CreateContext(Activity activity, string path)
    {
        var context = new DefaultHttpContext { Request = { PathBase = "/base", Path = path } };
        context.Features.Set<IHttpActivityFeature>(new ActivityFeature { Activity = activity });
        return context;
    }
}
