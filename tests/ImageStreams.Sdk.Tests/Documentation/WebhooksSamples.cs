using System.Security.Cryptography;
using System.Text;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Tests.Importing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class WebhooksSamples
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Notifications.Distribution);

    [Fact]
    public void Parse_ANotification_ReportsMovedTags()
    {
        var body = Body;

        // sample: webhooks-parse
        var notification = RegistryNotification.Parse(body);

        foreach (var move in notification.Moves)
        {
            Console.WriteLine(move);   // quay.io/team/app:1.0 pushed
        }

        foreach (var ignored in notification.Ignored)
        {
            Console.WriteLine(ignored);   // $.events[0]: only pushes and deletions change tags.
        }
        // end

        Assert.Equal((2, 2), (notification.Moves.Count, notification.Ignored.Count));
    }

    [Fact]
    public async Task ParseAsync_Stream_IsReadUpToTheLimit()
    {
        var request = new { Body = new MemoryStream(Body) };
        var cancellationToken = CancellationToken.None;
        RegistryNotificationOptions? options = null;

        // sample: webhooks-stream
        var notification = await RegistryNotification.ParseAsync(request.Body, options, cancellationToken);
        // end

        Assert.Equal(2, notification.Moves.Count);
    }

    [Fact]
    public void Parse_ValidationOfEventGrid_IsAnswered()
    {
        var answer = "";
        var body = """
            [{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6-c7b8"}}]
            """u8;

        // sample: webhooks-event-grid
        var notification = RegistryNotification.Parse(body);
        if (notification.ValidationCode is { } code)
        {
            answer = $$"""{"validationResponse":"{{code}}"}""";   // 200 OK, application/json
        }
        // end

        Assert.Equal("""{"validationResponse":"512d38b6-c7b8"}""", answer);
    }

    [Fact]
    public void Options_Artifactory_NameTheRegistryAndTheAddress()
    {
        // sample: webhooks-artifactory
        var options = new RegistryNotificationOptions
        {
            Format = NotificationFormat.Artifactory,
            Registry = "acme.example.io",
            ArtifactoryAddress = ArtifactoryAddress.Subdomain,   // docker-local.acme.example.io/team/app:1.0
        };
        // end

        var notification = Notifications.Read(
            """{"domain":"docker","event_type":"pushed","data":{"repo_key":"docker-local","image_name":"team/app","tag":"1.0"}}""", options);
        Assert.Equal("docker-local.acme.example.io/team/app:1.0 pushed", notification.Moves[0].ToString());
    }

    [Fact]
    public void Secret_IsCheckedBeforeTheBodyIsRead()
    {
        var (body, secret) = (Body, "s3cret");
        var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
        var authorization = "Bearer s3cret";

        // sample: webhooks-secret
        var isFromGitHub = NotificationSecret.IsSigned(body, signature, secret);           // X-Hub-Signature-256
        var isFromHarbor = NotificationSecret.Matches(authorization, $"Bearer {secret}");   // Authorization
        // end

        Assert.True(isFromGitHub && isFromHarbor);
    }

    [Fact]
    public void Find_TagsOfAStream_AreThoseOfTheMovedRepository()
    {
        var stream = AnImageStream().Tag("3").FollowsImage("docker.io/library/ruby:3").Scheduled().Build();

        // sample: webhooks-tags
        var move = RepositoryMove.FromReference(ImageReference.Parse("ruby:3"));   // or one of a notification's moves
        var moved = MovedTags.Find(stream, move);

        Console.WriteLine(string.Join(", ", moved.Scheduled));
        // end

        Assert.Equal(["3"], moved.Scheduled);
    }

    [Fact]
    public void Notify_Schedule_MakesTagsDueNow()
    {
        var controller = new ImportController(new EmbeddedImageStreamClient(new InMemoryImageStreamStore()));
        controller.Observe(AnImageStream().Tag("3").FollowsImage("docker.io/library/ruby:3").Scheduled().PointsTo('1').Build());
        var notification = new { Moves = new[] { RepositoryMove.FromReference(ImageReference.Parse("ruby:3")) } };
        var now = DateTimeOffset.UtcNow;

        // sample: webhooks-schedule
        foreach (var moved in notification.Moves)
        {
            var count = controller.Schedule.Notify(moved, now);
            Console.WriteLine($"{moved} made {count} tags due.");
        }
        // end

        Assert.True(controller.NextDue <= now);
    }

    [Fact]
    public void Options_OneRegistry_LimitTheNotifications()
    {
        var body = Body;

        // sample: webhooks-options
        var options = new RegistryNotificationOptions
        {
            Format = NotificationFormat.Distribution,
            Registry = "registry.example.com",   // behind a proxy, the registry calls itself registry:5000
            MaxBytes = 64 << 10,
        };
        var notification = RegistryNotification.Parse(body, options);
        // end

        Assert.Equal("registry.example.com/shop/web:1.0 pushed", (notification.Moves[0] with { Digest = null }).ToString());
    }

    [Fact]
    public void Parse_InvalidNotification_ReportsThePath()
    {
        var body = Encoding.UTF8.GetBytes("""{"push_data":{"tag":"1.0"},"repository":{}}""");
        var answer = "";

        // sample: webhooks-errors
        try
        {
            RegistryNotification.Parse(body);
        }
        catch (RegistryNotificationException e)
        {
            answer = $"400 Bad Request: {e.Message}";   // code can use e.Reason and e.Path
        }
        // end

        Assert.Equal(
            "400 Bad Request: $.repository.repo_name must be the lower-case name of a repository, but is missing.",
            answer);
    }
}
