using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Tests.Importing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Options that keep an application from starting.</summary>
public sealed class WebhookOptionsTests
{
    private const string Secret = WebhookServer.Secret;

    public static TheoryData<string, Action<RegistryWebhookOptions>> Invalid => new()
    {
        { "The sender 'a' has no secret. Set Secret, or AllowAnonymous to accept notifications from anybody.", o => o.Add("a", NotificationFormat.Quay) },
        { "The sender 'a' has no secret. Set Secret, or AllowAnonymous to accept notifications from anybody.", o => o.Add("a", NotificationFormat.Quay, "") },
        { "A secret of the sender 'a' must have at least 16 characters.", o => o.Add("a", NotificationFormat.Harbor, "short") },
        { "A secret of the sender 'a' is in the path, so it may only have letters, digits and -._~.", o => o.Add("a", NotificationFormat.Quay, "0123456789abcdef/") },
        { "The sender 'a' has a secret, and AllowAnonymous besides. Remove one of them.", o => o.Add("a", NotificationFormat.Quay, Secret, s => s.AllowAnonymous = true) },
        { "The name of the sender 'a/{b}' must have at most 64 letters, digits, hyphens and underscores.", o => o.Add("a/{b}", NotificationFormat.Quay, Secret) },
        { "RequestsPerMinute of the sender 'a' must be at least 1.", o => o.Add("a", NotificationFormat.Quay, Secret, s => s.RequestsPerMinute = 0) },
        { "Verification of the sender 'a' is not defined.", o => o.Add("a", NotificationFormat.Quay, Secret, s => s.Verification = (WebhookVerification)9) },
        { "SecretHeader of the sender 'a' must be the name of a header.", o => o.Add("a", NotificationFormat.Harbor, Secret, s => s.SecretHeader = "") },
        { "The sender 'a' needs Notifications.Registry, because Nexus does not say where it is.", o => o.Add("a", NotificationFormat.Nexus, Secret) },
        { "MaxConcurrentRequests must be at least 1.", o => o.MaxConcurrentRequests = 0 },
        { "MaxRememberedDeliveries must be at least 1.", o => o.MaxRememberedDeliveries = 0 },
        { "MaxPendingNotifications must be at least 1.", o => o.MaxPendingNotifications = 0 },
        { "BodyTimeout must be more than zero and at most an hour.", o => o.BodyTimeout = default },
        { "DuplicateWindow must be zero or more.", o => o.DuplicateWindow = TimeSpan.FromTicks(-1) },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Map_OptionOutOfRange_IsRefused(string error, Action<RegistryWebhookOptions> configure)
    {
        var application = Build();
        var e = Assert.Throws<OptionsValidationException>(() => application.MapRegistryWebhooks("/hooks", options =>
        {
            options.Moved = _ => 0;
            configure(options);
        }));

        Assert.Equal([error], e.Failures);
        Assert.DoesNotContain(Secret, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_OptionOfTheReader_IsChecked() => Assert.StartsWith(
        "The sender 'a': RegistryNotificationOptions.MaxBytes ",
        Assert.Single(Assert.Throws<OptionsValidationException>(() => Build().MapRegistryWebhooks(
            "/hooks", options => options.Add("a", NotificationFormat.Quay, Secret, sender => sender.Notifications.MaxBytes = 0))).Failures),
        StringComparison.Ordinal);

    [Fact]
    public void Map_CalledTwice_HasOptionsOfItsOwn()
    {
        var application = Build(services => services.Configure<RegistryWebhookOptions>(options => options.Moved = _ => 0));
        application.MapRegistryWebhooks("/hooks", options => options.Add("a", NotificationFormat.Harbor, Secret));
        application.MapRegistryWebhooks("/more", options => options.Add("a", NotificationFormat.GitHub, Secret));
        application.MapImageStreamStatus("/", options => options.MaxTags = 7);
        application.MapImageStreamStatus("/more", options => Assert.Equal(StatusPageOptions.DefaultMaxTags, options.MaxTags));

        var patterns = ((IEndpointRouteBuilder)application).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        Assert.Equal(
            ["/hooks/a", "/more/a"],
            patterns.Select(endpoint => endpoint.RoutePattern.RawText).Where(pattern => pattern!.EndsWith("/a", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void Map_WithoutASchedule_IsRefused() => Assert.StartsWith(
        "There is no import schedule to notify",
        Assert.Throws<InvalidOperationException>(() => Build().MapRegistryWebhooks("/hooks")).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Post_ControllerInTheCollection_IsNotified()
    {
        var controller = new ImportController(new EmbeddedImageStreamClient(new InMemoryImageStreamStore()));
        controller.Observe(AnImageStream().Tag("1").FollowsImage("quay.io/shop/web:1.0").Scheduled().PointsTo('1').Build());
        await using var server = await WebhookServer.StartAsync(
            options =>
            {
                options.Moved = null;
                options.Add("a", NotificationFormat.Quay, Secret);
            },
            services: services => services.AddSingleton(controller));

        await server.PostAsync($"/hooks/a/{Secret}", Notifications.Quay);
        Assert.StartsWith("Information: Webhook a: quay.io/shop/web:1.0 pushed; 1 tags", await server.Log.WaitForAsync("quay.io/shop/web:1.0"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_Configuration_SetsSenders()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BodyTimeout"] = "00:00:03",
            ["Senders:harbor:Secret"] = Secret,
            ["Senders:harbor:Verification"] = "Path",
            ["Senders:harbor:Notifications:Format"] = "Harbor",
            ["Senders:harbor:Notifications:Registry"] = "harbor.example.com",
        }).Build();
        var options = configuration.Get<RegistryWebhookOptions>()!;

        var sender = Assert.Single(options.Senders).Value;
        Assert.Equal((Secret, WebhookVerification.Path), (sender.Secret, sender.Verification));
        Assert.Equal((NotificationFormat.Harbor, "harbor.example.com"), (sender.Notifications.Format, sender.Notifications.Registry));
        Assert.Equal(TimeSpan.FromSeconds(3), options.BodyTimeout);
    }

    [Fact]
    public void ToString_Sender_HasNoSecret() =>
        Assert.Equal("Quay", new RegistryWebhookOptions().Add("a", NotificationFormat.Quay, Secret).ToString());

    private static WebApplication Build(Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        configure?.Invoke(builder.Services);
        return builder.Build();
    }
}
