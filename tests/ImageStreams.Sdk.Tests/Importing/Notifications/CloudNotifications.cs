using System.Text;

namespace ImageStreams.Tests.Importing;

/// <summary>Minimal notifications of GitLab, Amazon, Google and Nexus.</summary>
internal static class CloudNotifications
{
    private const string Digest = Notifications.Digest;

    public const string GitLab = $$$$$$"""
        {"events":[{"id":"e1","timestamp":"2023-11-14T22:13:20.5Z","action":"push","target":{"mediaType":
        "application/vnd.oci.image.manifest.v1+json","repository":"shop/web","tag":"1.0","digest":"{{{{{{Digest}}}}}}"},
        "request":{"host":"registry.gitlab.test"},"actor":{"name":"robot","user_type":"build"}}]}
        """;

    public const string GitLabRename = """
        {"events":[{"id":"e2","timestamp":"2023-11-14T22:13:20Z","action":"rename","target":{"repository":"shop/old",
        "rename":{"from":"shop/old","to":"shop/web","type":"name"}},"request":{"host":"registry.gitlab.test"}}]}
        """;

    public const string EventBridge = $$$$$$"""
        {"version":"0","id":"e3","detail-type":"ECR Image Action","source":"aws.ecr","account":"111122223333",
        "time":"2023-11-14T22:13:20Z","region":"eu-central-1","resources":[],"detail":{"result":"SUCCESS",
        "repository-name":"shop/web","image-digest":"{{{{{{Digest}}}}}}","action-type":"PUSH","image-tag":"1.0"}}
        """;

    public const string SubscriptionConfirmation = """
        {"Type":"SubscriptionConfirmation","MessageId":"m1","Token":"2336412f37fb687f","TopicArn":
        "arn:aws:sns:eu-central-1:111122223333:images","Message":"Confirm this.","SubscribeURL":"https://evil.test/","Timestamp":
        "2023-11-14T22:13:20.000Z","SignatureVersion":"1","Signature":"c2ln","SigningCertURL":"https://evil.test/cert"}
        """;

    public const string GoogleEvent = $$$$$$"""
        {"action":"INSERT","digest":"europe-docker.pkg.dev/demo/shop/web@{{{{{{Digest}}}}}}","tag":
        "europe-docker.pkg.dev/demo/shop/web:1.0"}
        """;

    public const string NexusComponent = """
        {"timestamp":"2023-11-14T22:13:20.000+0000","nodeId":"n1","initiator":"robot/127.0.0.1","repositoryName":"images",
        "action":"CREATED","component":{"id":"c1","format":"docker","name":"shop/web","version":"1.0"}}
        """;

    public const string NexusAsset = """
        {"timestamp":"2023-11-14T22:13:20.000+0000","nodeId":"n1","repositoryName":"images","action":"DELETED",
        "asset":{"id":"a1","format":"docker","name":"/v2/shop/web/manifests/1.0"}}
        """;

    /// <summary>A message of SNS with an event of EventBridge in it.</summary>
    public static string Sns => $$"""
        {"Type":"Notification","MessageId":"m2","TopicArn":"arn:aws:sns:eu-central-1:111122223333:images","Timestamp":
        "2023-11-14T22:13:21.000Z","Message":{{System.Text.Json.JsonSerializer.Serialize(EventBridge)}}}
        """;

    /// <summary>A message of Pub/Sub with an event in it.</summary>
    public static string PubSub => CreatePubSub(GoogleEvent);

    public static IEnumerable<string> All =>
        [GitLab, GitLabRename, EventBridge, Sns, SubscriptionConfirmation, GoogleEvent, PubSub, NexusComponent, NexusAsset];

    public static string CreatePubSub(string data) => $$"""
        {"message":{"data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(data))}}","messageId":"7","publishTime":
        "2023-11-14T22:13:20.5Z","attributes":{} },"subscription":"projects/demo/subscriptions/hooks"}
        """;
}
