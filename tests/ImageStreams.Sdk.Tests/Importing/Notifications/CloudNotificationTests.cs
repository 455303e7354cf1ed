using ImageStreams.Importing;
using static ImageStreams.Tests.Importing.CloudNotifications;

namespace ImageStreams.Tests.Importing;

/// <summary>Notifications of GitLab, Amazon ECR, Google Artifact Registry and Sonatype Nexus.</summary>
public class CloudNotificationTests
{
    private const string Amazon = "111122223333.dkr.ecr.eu-central-1.amazonaws.com";
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static TheoryData<NotificationFormat, string, string[]> EachFormat => new()
    {
        { NotificationFormat.GitLab, GitLab, ["registry.gitlab.test/shop/web:1.0@a pushed"] },
        {
            NotificationFormat.GitLab, GitLabRename,
            ["registry.gitlab.test/shop/old deleted", "registry.gitlab.test/shop/web pushed"]
        },
        { NotificationFormat.ElasticContainerRegistry, EventBridge, [$"{Amazon}/shop/web:1.0@a pushed"] },
        { NotificationFormat.ElasticContainerRegistry, Sns, [$"{Amazon}/shop/web:1.0@a pushed"] },
        { NotificationFormat.GoogleArtifactRegistry, GoogleEvent, ["europe-docker.pkg.dev/demo/shop/web:1.0@a pushed"] },
        { NotificationFormat.GoogleArtifactRegistry, PubSub, ["europe-docker.pkg.dev/demo/shop/web:1.0@a pushed"] },
    };

    [Theory]
    [MemberData(nameof(EachFormat))]
    public void Parse_EachFormat_IsRecognizedByItsBody(NotificationFormat format, string json, string[] moves)
    {
        Assert.Equal(format, Notifications.Read(json).Format);
        Assert.Equal(moves, Notifications.Moves(json));
        Assert.Equal(moves, Notifications.Moves(json, new() { Format = format }));
    }

    [Fact]
    public void Parse_TimeOfEachForm_IsRead() => Assert.All(
        [GitLab, GitLabRename, EventBridge, Sns, PubSub],
        json => Assert.Equal(Then, Notifications.Read(json).Moves[0].Time));

    [Theory]
    [InlineData(NexusComponent, false, "nexus.test:5000/shop/web:1.0 pushed")]
    [InlineData(NexusComponent, true, "nexus.test:5000/images/shop/web:1.0 pushed")]
    [InlineData(NexusAsset, false, "nexus.test:5000/shop/web:1.0 deleted")]
    [InlineData(NexusAsset, true, "nexus.test:5000/images/shop/web:1.0 deleted")]
    public void Parse_Nexus_IsInTheRegistryOfTheOptions(string json, bool usesPath, string move)
    {
        var notification = Notifications.Read(json, new() { Registry = "nexus.test:5000", NexusUsesPath = usesPath });

        Assert.Equal((NotificationFormat.Nexus, move), (notification.Format, Assert.Single(notification.Moves).ToString()));
        Assert.Equal(Then, notification.Moves[0].Time);
    }

    [Fact]
    public void Parse_NexusWithoutARegistry_NeedsIt() => Assert.Equal(
        "$.registry must be the host of a registry with an optional port, but is missing.",
        Assert.Throws<RegistryNotificationException>(() => Notifications.Read(NexusComponent)).Message);

    [Theory]
    [InlineData("cn-north-1", "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/web:1.0@a pushed")]
    [InlineData("us-gov-west-1", "111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/shop/web:1.0@a pushed")]
    public void Parse_RegionsOfAmazon_HaveTheirHosts(string region, string move) => Assert.Equal(
        [move], Notifications.Moves(EventBridge.Replace("eu-central-1", region, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"PUSH\"", "\"DELETE\"", "shop/web:1.0@a deleted")]
    [InlineData(",\"image-tag\":\"1.0\"", "", "shop/web@a pushed")]
    [InlineData("ECR Image Action", "ECR Replication Action", "shop/web:1.0@a pushed")]
    [InlineData("\"result\"", "\"sync-status\"", "shop/web:1.0@a pushed")]
    public void Parse_EventsOfAmazon_ReportTheirMoves(string old, string changed, string move) => Assert.Equal(
        [$"{Amazon}/{move}"], Notifications.Moves(EventBridge.Replace(old, changed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"action":"DELETE","tag":"gcr.io/demo/web:1"}""", "gcr.io/demo/web:1 deleted")]
    [InlineData("""{"action":"INSERT","digest":"gcr.io/demo/web@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "gcr.io/demo/web@a pushed")]
    public void Parse_EventsOfGoogle_ReportTheirMoves(string json, string move)
    {
        Assert.Equal([move], Notifications.Moves(json));
        Assert.Equal([move], Notifications.Moves(CreatePubSub(json)));
    }

    [Fact]
    public void Parse_SubscriptionConfirmation_HasTheTokenAndCallsNothing()
    {
        var notification = Notifications.Read(SubscriptionConfirmation);

        Assert.Equal(("arn:aws:sns:eu-central-1:111122223333:images", "2336412f37fb687f"), (notification.Subscription?.Topic, notification.Subscription?.Token));
        Assert.Equal((0, 0), (notification.Moves.Count, notification.Ignored.Count));
        Assert.DoesNotContain("2336412f37fb687f", $"{notification.Subscription}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2336412f37fb687f", "a b", "$.Token")]
    [InlineData("2336412f37fb687f", "", "$.Token")]
    [InlineData("arn:aws:sns:eu-central-1:111122223333:images", "https://evil.test/", "$.TopicArn")]
    [InlineData("arn:aws:sns:eu-central-1:111122223333:images", "arn:$(id)", "$.TopicArn")]
    public void Parse_InvalidConfirmation_IsRefused(string old, string changed, string path) => Assert.Equal(
        path,
        Assert.Throws<RegistryNotificationException>(
            () => Notifications.Read(SubscriptionConfirmation.Replace(old, changed, StringComparison.Ordinal))).Path);

    public static TheoryData<string, string> MoveNothing => new()
    {
        { EventBridge.Replace("ECR Image Action", "ECR Image Scan", StringComparison.Ordinal), "$: only images" },
        { EventBridge.Replace("SUCCESS", "FAILURE", StringComparison.Ordinal), "$.detail: only what" },
        { Sns.Replace("\"Notification\"", "\"UnsubscribeConfirmation\"", StringComparison.Ordinal), "$.Type: only notifications" },
        { CreatePubSub("""{"id":"build"}"""), "$.message.data: only INSERT" },
        { NexusComponent.Replace("docker", "npm", StringComparison.Ordinal), "$.component.format: only" },
        { NexusComponent.Replace("CREATED", "SCANNED", StringComparison.Ordinal), "$.action: only" },
        { NexusAsset.Replace("shop/web/manifests/1.0", "-/blobs/sha256:0", StringComparison.Ordinal), "$.asset.name: only" },
        { GitLabRename.Replace("\"name\"", "\"namespace\"", StringComparison.Ordinal), "$.events[0]: a renamed namespace" },
    };

    [Theory]
    [MemberData(nameof(MoveNothing))]
    public void Parse_EventThatMovesNothing_IsExplained(string json, string reason)
    {
        var notification = Notifications.Read(json);

        Assert.Empty(notification.Moves);
        Assert.StartsWith(reason, Assert.Single(notification.Ignored), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"message":{"data":"%%%"},"subscription":"s"}""", "$.message.data")]
    [InlineData("""{"message":{"data":"bm8="},"subscription":"s"}""", "$.message.data")]
    [InlineData("""{"message":{},"subscription":"s"}""", "$.message.data")]
    [InlineData("""{"Type":"Notification","TopicArn":"arn:aws:sns:a:1:b","Message":"no"}""", "$.Message")]
    [InlineData("""{"source":"aws.ecr","detail-type":"ECR Image Action","region":"r-1","detail":{"action-type":"PUSH","result":"SUCCESS"}}""", "$.account")]
    [InlineData("""{"action":"INSERT","tag":"gcr.io/Demo:1"}""", "$.tag")]
    public void Parse_Malformed_NamesThePath(string json, string path)
    {
        var e = Assert.Throws<RegistryNotificationException>(() => Notifications.Read(json));

        Assert.Equal((NotificationFailure.InvalidValue, path), (e.Reason, e.Path));
    }
}
