using System.Text;
using ImageStreams.Importing;

namespace ImageStreams.Tests.Importing;

/// <summary>Minimal notifications of registries.</summary>
internal static class Notifications
{
    public const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public const string DockerHub = """
        {"callback_url":"https://hub.test/1","push_data":{"pushed_at":1700000000,"tag":"1.0"},"repository":{"repo_name":"shop/web"}}
        """;

    public const string Quay = """
        {"name":"web","docker_url":"quay.io/shop/web","updated_tags":["1.0","Edge"]}
        """;

    public const string OldQuay = """
        {"docker_url":"quay.test:8443/shop/web","updated_tags":{"1.0":"b750","Edge":"c861"}}
        """;

    public const string Harbor = $$$$$$"""
        {"type":"PUSH_ARTIFACT","occur_at":1700000000,"event_data":{"resources":[{"digest":"{{{{{{Digest}}}}}}","tag":"1.0",
        "resource_url":"harbor.test:444/shop/team/web:1.0"}],"repository":{"repo_full_name":"shop/team/web"}}}
        """;

    public const string HarborCloudEvent = $$$$$$"""
        {"specversion":"1.0","type":"harbor.artifact.deleted","time":"2023-11-14T22:13:20Z","data":{"resources":[
        {"digest":"{{{{{{Digest}}}}}}","tag":"{{{{{{Digest}}}}}}","resource_url":"harbor.test/shop/web@{{{{{{Digest}}}}}}"}]}}
        """;

    public const string GitHub = $$$$$$"""
        {"action":"published","registry_package":{"name":"web","namespace":"Shop","package_type":"CONTAINER",
        "updated_at":"2023-11-14T22:13:20Z","package_version":{"package_url":"ghcr.io/Shop/web:1.0",
        "container_metadata":{"tag":{"name":"1.0","digest":"{{{{{{Digest}}}}}}"}}}}}
        """;

    public const string Distribution = $$$$$$"""
        {"events":[
        {"action":"pull","target":{"repository":"shop/web","tag":"1.0"},"request":{"host":"registry.test:5000"}},
        {"action":"push","target":{"mediaType":"application/octet-stream","repository":"shop/web","digest":"{{{{{{Digest}}}}}}"},
        "request":{"host":"registry.test:5000"}},
        {"action":"push","timestamp":"2023-11-14T22:13:20.5Z","target":{"mediaType":"application/vnd.oci.image.index.v1+json",
        "repository":"shop/web","tag":"1.0","digest":"{{{{{{Digest}}}}}}"},"request":{"host":"registry.test:5000"}},
        {"action":"delete","target":{"repository":"shop/old"},"request":{"host":"registry.test:5000"}}]}
        """;

    public const string EventGrid = $$$$$$"""
        [{"id":"a1","topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/demo",
        "subject":"shop/web:1.0","eventType":"Microsoft.ContainerRegistry.ImagePushed","eventTime":"2023-11-14T22:13:21Z","data":{"id":"b2",
        "timestamp":"2023-11-14T22:13:20Z","action":"push","location":"westus","target":{"mediaType":
        "application/vnd.docker.distribution.manifest.v2+json","size":3023,"digest":"{{{{{{Digest}}}}}}","length":3023,
        "repository":"shop/web","tag":"1.0"},"request":{"id":"c3","host":"demo.azurecr.io","method":"PUT","useragent":"docker"}},
        "dataVersion":"1.0","metadataVersion":"1"}]
        """;

    public const string EventGridCloudEvent = $$$$$$"""
        {"specversion":"1.0","id":"a1","source":"/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/demo",
        "subject":"shop/web","type":"Microsoft.ContainerRegistry.ImageDeleted","time":"2023-11-14T22:13:21Z","data":{"id":"b2",
        "timestamp":"2023-11-14T22:13:20Z","action":"delete","target":{"mediaType":"application/vnd.oci.image.manifest.v1+json",
        "digest":"{{{{{{Digest}}}}}}","repository":"shop/web"},"request":{"id":"c3","host":"demo.azurecr.io","method":"DELETE"}}}
        """;

    public static readonly string[] All =
        [DockerHub, Quay, OldQuay, Harbor, HarborCloudEvent, GitHub, Distribution, EventGrid, EventGridCloudEvent, .. CloudNotifications.All];

    public static RegistryNotification Read(string json, RegistryNotificationOptions? options = null) =>
        RegistryNotification.Parse(Encoding.UTF8.GetBytes(json), options);

    /// <summary>The moves as texts.</summary>
    public static IEnumerable<string> Moves(string json, RegistryNotificationOptions? options = null) =>
        Read(json, options).Moves.Select(move => move.ToString().Replace($"@{Digest}", "@a", StringComparison.Ordinal));
}
