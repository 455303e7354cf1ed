using ImageStreams.Importing;

namespace ImageStreams.Tests.Importing;

/// <summary>Notifications of Azure Container Registry that Azure Event Grid delivers.</summary>
public sealed class EventGridTests
{
    private const string Code = "512d38b6-c7b8-40c8-89fe-f46f9e9622b6";

    [Fact]
    public void ListOfEvents_MovesEachImage()
    {
        var notification = Notifications.Read($"[{Push("team/app", "1")},{Push("team/app", "2")},{Event("ImageDeleted", "team/old", "")}]");

        Assert.Equal(NotificationFormat.AzureContainerRegistry, notification.Format);
        Assert.Equal(
            ["demo.azurecr.io/team/app:1 pushed", "demo.azurecr.io/team/app:2 pushed", "demo.azurecr.io/team/old deleted"],
            notification.Moves.Select(move => move.ToString()));
        Assert.Null(notification.ValidationCode);
    }

    [Fact]
    public void SingleEvent_IsRead() =>
        Assert.Equal(["demo.azurecr.io/team/app:1 pushed"], Notifications.Moves(Push("team/app", "1")));

    [Fact]
    public void ListOfCloudEvents_IsRead() => Assert.Equal(
        ["demo.azurecr.io/shop/web@a deleted"], Notifications.Moves($"[{Notifications.EventGridCloudEvent}]"));

    /// <summary>The type of the event decides, not what its data repeats.</summary>
    [Fact]
    public void EventWithoutAction_IsOfItsType() => Assert.Equal(
        ["demo.azurecr.io/team/app:1 deleted"],
        Notifications.Moves($"[{Event("ImageDeleted", "team/app", "1").Replace("\"action\"", "\"x\"", StringComparison.Ordinal)}]"));

    [Theory]
    [InlineData("Microsoft.ContainerRegistry.ChartPushed")]
    [InlineData("Microsoft.ContainerRegistry.ChartDeleted")]
    [InlineData("Microsoft.EventGrid.SubscriptionDeletedEvent")]
    [InlineData("Microsoft.Storage.BlobCreated")]
    [InlineData("")]
    public void OtherEvents_AreIgnoredWithTheReason(string type)
    {
        var other = Push("team/app", "2").Replace("Microsoft.ContainerRegistry.ImagePushed", type, StringComparison.Ordinal);
        var notification = Notifications.Read($"[{other},{Push("team/app", "1")}]");

        Assert.Equal("demo.azurecr.io/team/app:1 pushed", Assert.Single(notification.Moves).ToString());
        Assert.Equal(
            "$[0]: only events of images that were pushed or deleted change tags.", Assert.Single(notification.Ignored));
    }

    [Fact]
    public void EventOfABlob_IsIgnored() => Assert.Equal(
        "$[0].data: only manifests change tags.",
        Assert.Single(Notifications.Read(
            Notifications.EventGrid.Replace("vnd.docker.distribution.manifest.v2+json", "octet-stream", StringComparison.Ordinal)).Ignored));

    [Fact]
    public void Validation_HasTheCodeToReturn()
    {
        var notification = Notifications.Read(Validation($"\"{Code}\""));

        Assert.Equal(Code, notification.ValidationCode);
        Assert.Empty(notification.Moves);
        Assert.Empty(notification.Ignored);
        Assert.Equal(NotificationFormat.AzureContainerRegistry, notification.Format);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"a\\\"b\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"é\"")]
    public void Validation_InvalidCode_IsRefused(string code)
    {
        var exception = Assert.Throws<RegistryNotificationException>(() => Notifications.Read(Validation(code)));
        Assert.Equal((NotificationFailure.InvalidValue, "$[0].data.validationCode"), (exception.Reason, exception.Path));
    }

    [Fact]
    public void Validation_CodeOfTheLimit_IsTaken()
    {
        var longest = new string('a', 128);

        Assert.Equal(longest, Notifications.Read(Validation($"\"{longest}\"")).ValidationCode);
        Assert.Throws<RegistryNotificationException>(() => Notifications.Read(Validation($"\"{longest}a\"")));
    }

    [Fact]
    public void BrokenEvent_DoesNotAffectTheOthers()
    {
        var broken = Push("Team", "1");
        var notification = Notifications.Read($"[{broken},{Validation($"\"{Code}\"")[1..^1]}]");

        Assert.Equal(Code, notification.ValidationCode);
        Assert.StartsWith("$[0].data.target.repository: ", Assert.Single(notification.Ignored), StringComparison.Ordinal);
        Assert.Equal(
            "$[0].data.target.repository", Assert.Throws<RegistryNotificationException>(() => Notifications.Read($"[{broken}]")).Path);
    }

    [Fact]
    public void EventWithoutHost_NeedsTheRegistry()
    {
        var json = Push("team/app", "1").Replace("\"host\"", "\"x\"", StringComparison.Ordinal);

        Assert.Equal("$.data.request.host", Assert.Throws<RegistryNotificationException>(() => Notifications.Read(json)).Path);
        Assert.Equal(["other.azurecr.io/team/app:1 pushed"], Notifications.Moves(json, new() { Registry = "other.azurecr.io" }));
    }

    [Fact]
    public void TooManyEvents_AreRefused()
    {
        var json = $"[{Push("a", "1")},{Push("b", "1")},{Push("c", "1")}]";

        Assert.Equal(3, Notifications.Read(json, new() { MaxEvents = 3 }).Moves.Count);
        Assert.Equal(
            (NotificationFailure.TooManyEvents, "$"),
            Assert.Throws<RegistryNotificationException>(() => Notifications.Read(json, new() { MaxEvents = 2 })) is var e
                ? (e.Reason, e.Path)
                : default);
    }

    [Theory]
    [InlineData(NotificationFormat.Quay)]
    [InlineData(NotificationFormat.Distribution)]
    [InlineData(NotificationFormat.DockerHub)]
    public void ListInAnotherFormat_IsRefused(NotificationFormat format)
    {
        var exception = Assert.Throws<RegistryNotificationException>(
            () => Notifications.Read(Notifications.EventGrid, new() { Format = format }));

        Assert.Equal("$ must be an object, but has another type.", exception.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"eventType":"Contoso.Things.Moved"}]""")]
    public void ListOfNoRegistry_IsRefused(string json) => Assert.Equal(
        "$ must be an object, or a list of events of Azure Event Grid, but has another type.",
        Assert.Throws<RegistryNotificationException>(() => Notifications.Read(json)).Message);

    [Fact]
    public void EmptyListOfAzure_MovesNothing() => Assert.Equal(
        "$: the notification has no events.",
        Assert.Single(Notifications.Read("[]", new() { Format = NotificationFormat.AzureContainerRegistry }).Ignored));

    private static string Push(string repository, string tag) => Event("ImagePushed", repository, tag);

    private static string Event(string type, string repository, string tag) => $$"""
        {"id":"1","subject":"{{repository}}","eventType":"Microsoft.ContainerRegistry.{{type}}","eventTime":"2023-11-14T22:13:20Z",
         "data":{"action":"{{(type == "ImagePushed" ? "push" : "delete")}}","target":{"repository":"{{repository}}","tag":"{{tag}}"},
                 "request":{"host":"demo.azurecr.io"} },"dataVersion":"1.0"}
        """;

    private static string Validation(string code) => $$"""
        [{"id":"1","topic":"/subscriptions/s","subject":"","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
          "data":{"validationCode":{{code}},"validationUrl":"https://rp-x.eventgrid.azure.net:553/eventsubscriptions/e/validate"},
          "eventTime":"2023-11-14T22:13:20Z","metadataVersion":"1","dataVersion":"2"}]
        """;
}
